import Uppy from '@uppy/core';
import GoldenRetriever, { type GoldenRetrieverOptions } from '@uppy/golden-retriever';
import type { Chosen } from '../dropped-files';
import type { Ports } from '../ports';
import { leftOver } from './left-over';
import { unwanted } from './rules';
import type { UploadCalls } from './transfer';
import { addTo, TicketUploader, uppyShelf, type Body, type KilatUppy, type Meta } from './uppy-shelf';
import { UploadQueue } from './upload-queue';
import type { QueueView } from './view';

const GIB = 1024 ** 3;
/**
 * Copies on the reader's disk. What is beyond is known by name after a reload, and goes on when it is dropped again. (The options' type
 * has not heard of these two.)
 */
const RETRIEVER: GoldenRetrieverOptions = { indexedDB: { maxFileSize: GIB / 8, maxTotalSize: 4 * GIB } as object };
const PREFIX = 'kilat-';

/** The events whose uploads an earlier page left unfinished. */
export async function unfinishedUploads(now: number): Promise<string[]> {
    const left = await leftOver(now);
    return [...left].filter(([id, files]) => id.startsWith(PREFIX) && files > 0).map(([id]) => id.slice(PREFIX.length));
}

/** One event's uploads: Uppy has the files, the Golden Retriever brings them back after a reload, the queue takes them to S3. */
export class Uploads {
    #uppy: KilatUppy;
    #queue: UploadQueue;
    #restored: Promise<void>;
    #refused = 0;

    constructor(slug: string, calls: UploadCalls, ports: Ports, now: () => number) {
        this.#uppy = new Uppy<Meta, Body>({ id: PREFIX + slug });
        this.#queue = new UploadQueue(calls, uppyShelf(this.#uppy), ports, now);
        this.#uppy.use(TicketUploader, { queue: this.#queue });
        this.#restored = this.#restore(now());
    }

    subscribe(listener: (view: QueueView) => void): () => void {
        return this.#queue.subscribe(listener);
    }

    get view(): QueueView {
        return this.#queue.view;
    }

    get busy(): boolean {
        return this.#queue.busy;
    }

    async add(chosen: Iterable<Chosen>): Promise<void> {
        // The Golden Retriever replaces all files by those it brings back.
        await this.#restored;
        const good = [...chosen].filter(({ file }) => {
            const reason = unwanted(file);
            if (reason) this.#queue.refuse({ id: `refused-${this.#refused++}`, name: file.name, type: file.type, size: file.size }, reason);
            return !reason;
        });
        this.#queue.tidy();
        addTo(this.#uppy, good);
        this.#go();
        // Whoever brings a file again wants it tried again.
        this.#queue.retry();
    }

    /** All that failed, or one of them. */
    retry(...ids: string[]): void {
        this.#queue.retry(...ids);
    }

    dismiss(id: string): void {
        this.#queue.forget(id);
    }

    clearFinished(): void {
        this.#queue.clearFinished();
    }

    /** The event is gone, and with it all that was on its way there. */
    drop(): void {
        this.#queue.drop();
    }

    pause(): void {
        this.#queue.pause();
    }

    resume(): void {
        this.#queue.resume();
    }

    loggedIn(): void {
        this.#queue.loggedIn();
    }

    /** Everything that no batch has taken on yet. */
    #go(): void {
        void this.#uppy.upload();
    }

    async #restore(now: number): Promise<void> {
        if (typeof indexedDB === 'undefined') return;
        const something = (await leftOver(now)).has(this.#uppy.getID());
        const restored = new Promise<void>((done) => this.#uppy.once('restored', () => done()));
        this.#uppy.use(GoldenRetriever, RETRIEVER);
        if (!something) return;
        await restored;
        // Batches end with their page; what was in one is taken on anew.
        this.#uppy.setState({ currentUploads: {}, recoveredState: null });
        if (this.#uppy.getFiles().length > 0) this.#go();
    }
}
