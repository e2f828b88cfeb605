import { BasePlugin, type PluginOpts, type Uppy } from '@uppy/core';
import type { UppyFile } from '@uppy/core/utils';
import type { Chosen } from '../dropped-files';
import { typeOf } from './rules';
import type { Kept, Shelf } from './transfer';
import type { UploadQueue } from './upload-queue';

/** What Uppy, and with it the Golden Retriever, remembers of each file. */
export interface Meta extends Record<string, unknown> {
    kept?: Kept | null;
}
export type Body = Record<string, never>;
export type KilatUppy = Uppy<Meta, Body>;

/**
 * Adds files that are known to be wanted; the same file twice is one, and one that had lost its bytes gets them back. Not by `addFiles`,
 * which copies all there are for each that comes: that made a page stand still for thirteen seconds over 2,500 photos.
 */
export function addTo(uppy: KilatUppy, chosen: readonly Chosen[]): void {
    const files = { ...uppy.getState().files };
    for (const { file, path } of chosen) {
        const id = [path || file.name, file.type, file.size, file.lastModified].join(' ');
        const before = files[id];
        if (before?.isGhost) files[id] = { ...before, isGhost: false, data: file } as typeof before;
        else if (!before) files[id] = newFile(id, file);
    }
    uppy.setState({ files });
}

function newFile(id: string, file: File): UppyFile<Meta, Body> {
    const type = typeOf(file);
    return {
        id,
        name: file.name,
        extension: file.name.split('.').pop() ?? '',
        type,
        size: file.size,
        data: file,
        meta: { name: file.name, type },
        source: '',
        isRemote: false,
        isGhost: false,
        progress: { percentage: 0, bytesUploaded: false, bytesTotal: file.size, uploadComplete: false, uploadStarted: null },
    };
}

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
        release(ids) {
            const here = ids.filter((id) => uppy.getState().files[id]);
            if (here.length > 0) uppy.removeFiles(here);
        },
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
