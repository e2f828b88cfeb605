import { BasePlugin, type PluginOpts, type Uppy } from '@uppy/core';
import type { Kept, Shelf } from './transfer';
import type { UploadQueue } from './upload-queue';

/** What Uppy, and with it the Golden Retriever, remembers of each file. */
export interface Meta extends Record<string, unknown> {
    kept?: Kept | null;
}
export type Body = Record<string, never>;
export type KilatUppy = Uppy<Meta, Body>;

/** Uppy's files as the queue's shelf. */
export function uppyShelf(uppy: KilatUppy): Shelf {
    return {
        bytes(id) {
            const data = uppy.getState().files[id]?.data;
            return data instanceof Blob ? data : null;
        },
        keep(kept) {
            const files = { ...uppy.getState().files };
            for (const [id, value] of kept) {
                const file = files[id];
                if (file) files[id] = { ...file, meta: { ...file.meta, kept: value } };
            }
            uppy.setState({ files });
        },
        release: (ids) => uppy.removeFiles(ids.filter((id) => uppy.getState().files[id])),
    };
}

interface Opts extends PluginOpts {
    queue: UploadQueue;
}

/** Uppy's uploader: hands each batch to the queue, which knows about tickets. */
export class TicketUploader extends BasePlugin<Opts, Meta, Body> {
    #queue: UploadQueue;

    constructor(uppy: KilatUppy, opts: Opts) {
        super(uppy, opts);
        this.id = 'TicketUploader';
        this.type = 'uploader';
        this.#queue = opts.queue;
    }

    #upload = (ids: string[]): Promise<void> => {
        const files = ids.map((id) => this.uppy.getFile(id)).filter((file) => file !== undefined);
        return this.#queue.run(
            files.map(({ id, name, type, size, meta }) => ({ id, name: name ?? '', type, size: size ?? 0, kept: meta.kept ?? null })),
        );
    };

    override install(): void {
        this.uppy.addUploader(this.#upload);
    }

    override uninstall(): void {
        this.uppy.removeUploader(this.#upload);
    }
}
