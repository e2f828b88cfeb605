import { m } from './language.svelte';
import { backoff } from './backoff';
import type { Ports } from './ports';
import { Problem } from './problem';
import { TransferRate } from './transfer-rate';
import type { AnyPhoto, SignedPut, Upload, UploadFile } from './types';

/** What a file's bytes say; the picture's own facts are hints, and missing when a browser cannot read it. */
export type Facts = Pick<UploadFile, 'sha256' | 'width' | 'height' | 'thumbhash'>;

export interface UploadCalls {
    read(file: File): Promise<Facts>;
    tickets(files: UploadFile[]): Promise<Upload[]>;
    /** The status S3 answers; rejects when it does not answer. */
    put(ticket: SignedPut, file: File, onprogress: (sent: number) => void): Promise<number>;
    complete(photoId: string): Promise<AnyPhoto>;
}

export type TransferState = keyof typeof m.upload.state;

export interface Transfer {
    readonly id: number;
    readonly file: File;
    readonly state: TransferState;
    /** Bytes. */
    readonly sent: number;
    /** Why it was rejected or failed, as a sentence. */
    readonly reason: string | null;
}

export interface QueueView {
    readonly transfers: readonly Transfer[];
    readonly paused: boolean;
    /** Bytes a second. */
    readonly rate: number;
    readonly secondsLeft: number | null;
}

const AT_ONCE = 4;
const TICKETS_AT_ONCE = 24;
const READ_AHEAD = 48;
const LARGEST = 100 * 1024 * 1024;
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp']);
const TRIES = 6;
const SHOW_EVERY = 60;

/** Takes files to one event: reads them one by one, asks for tickets in batches, sends four at a time, and lets nothing drop silently. */
export class UploadQueue {
    #calls: UploadCalls;
    #ports: Ports;
    #transfers = new Map<number, Transfer>();
    #facts = new Map<number, Facts>();
    #tickets = new Map<number, { photoId: string; put: SignedPut }>();
    #ids = 0;
    #reading = false;
    #asking = false;
    #paused = false;
    #rate: TransferRate;
    #listeners = new Set<(view: QueueView) => void>();
    #showSoon: (() => void) | null = null;

    constructor(calls: UploadCalls, ports: Ports, now: () => number) {
        this.#calls = calls;
        this.#ports = ports;
        this.#rate = new TransferRate(now);
    }

    subscribe(listener: (view: QueueView) => void): () => void {
        this.#listeners.add(listener);
        listener(this.view);
        return () => this.#listeners.delete(listener);
    }

    get view(): QueueView {
        const transfers = [...this.#transfers.values()];
        const left = transfers.filter(unfinished).reduce((sum, t) => sum + t.file.size - t.sent, 0);
        const rate = this.#rate.bytesPerSecond;
        return { transfers, paused: this.#paused, rate, secondsLeft: rate > 0 && left > 0 ? left / rate : null };
    }

    get busy(): boolean {
        return [...this.#transfers.values()].some(unfinished);
    }

    add(files: Iterable<File>): void {
        for (const file of files) {
            const reason = unwanted(file);
            const id = this.#ids++;
            this.#transfers.set(id, { id, file, state: reason ? 'rejected' : 'waiting', sent: 0, reason });
        }
        this.#pump();
    }

    /** All that failed, or one of them. What has a ticket, or has been read, goes on from there. */
    retry(id?: number): void {
        for (const transfer of this.#transfers.values()) {
            if (transfer.state !== 'failed' || (id !== undefined && id !== transfer.id)) continue;
            this.#set(transfer.id, { state: this.#facts.has(transfer.id) ? 'ready' : 'waiting', reason: null });
        }
        this.#pump();
    }

    clearFinished(): void {
        for (const { id, state } of this.#transfers.values()) {
            if (state === 'done' || state === 'duplicate' || state === 'rejected') this.#forget(id);
        }
        this.#show();
    }

    /** Someone has logged in again. */
    resume(): void {
        this.#paused = false;
        this.#pump();
    }

    #pump(): void {
        this.#show();
        if (this.#paused) return;
        void this.#readNext();
        void this.#askTickets();
        const free = AT_ONCE - this.#in('uploading', 'completing').length;
        for (const { id } of this.#in('ready').filter((t) => this.#tickets.has(t.id)).slice(0, Math.max(0, free))) void this.#send(id);
    }

    async #readNext(): Promise<void> {
        const next = this.#in('waiting')[0];
        if (!next || this.#reading || this.#in('ready').length >= READ_AHEAD) return;
        this.#reading = true;
        this.#set(next.id, { state: 'hashing' });
        try {
            this.#facts.set(next.id, await this.#calls.read(next.file));
            this.#set(next.id, { state: 'ready' });
        } catch {
            this.#set(next.id, { state: 'failed', reason: m.upload.unreadable });
        }
        this.#reading = false;
        this.#pump();
    }

    async #askTickets(): Promise<void> {
        const ready = this.#in('ready');
        const ticketed = ready.filter(({ id }) => this.#tickets.has(id)).length;
        const without = ready.filter(({ id }) => !this.#tickets.has(id)).slice(0, TICKETS_AT_ONCE);
        // Tickets expire, so they are not asked for long before their turn.
        if (this.#asking || without.length === 0 || ticketed >= AT_ONCE) return;
        this.#asking = true;
        try {
            const uploads = await this.#calls.tickets(without.map(({ id, file }) => this.#asFile(id, file)));
            without.forEach(({ id }, i) => this.#ticketed(id, uploads[i]));
        } catch (error) {
            for (const { id } of without) this.#stumble(id, error, 'ready');
        }
        this.#asking = false;
        this.#pump();
    }

    #asFile(id: number, file: File): UploadFile {
        return { file_name: file.name, content_type: typeOf(file), size: file.size, ...this.#facts.get(id)! };
    }

    #ticketed(id: number, upload: Upload | undefined): void {
        if (upload?.status === 'upload' && upload.upload && upload.photo_id) {
            this.#tickets.set(id, { photoId: upload.photo_id, put: upload.upload });
        } else if (upload?.status === 'duplicate') {
            void this.#confirm(id, upload.photo_id!);
        } else {
            const reasons = { 'unsupported-type': m.upload.notAnImage, 'file-too-large': m.upload.tooLarge, 'invalid-request': upload?.error?.detail };
            this.#set(id, { state: 'rejected', reason: (upload?.error && reasons[upload.error.code]) ?? m.admin.failed });
        }
    }

    /** The server has seen these bytes announced; whether they arrived is for the object to say. */
    async #confirm(id: number, photoId: string): Promise<void> {
        this.#set(id, { state: 'completing' });
        try {
            await this.#calls.complete(photoId);
            this.#set(id, { state: 'duplicate' });
        } catch (error) {
            if (Problem.is(error, 'not-found')) this.#set(id, { state: 'duplicate' });
            else if (Problem.is(error, 'object-missing')) this.#set(id, { state: 'failed', reason: m.upload.elsewhere });
            else this.#stumble(id, error, 'ready');
        }
        this.#pump();
    }

    async #send(id: number): Promise<void> {
        const { file } = this.#transfers.get(id)!;
        const { photoId, put } = this.#tickets.get(id)!;
        this.#set(id, { state: 'uploading', sent: 0 });
        try {
            const status = await this.#persist(() => this.#put(id, put, file));
            // 412: it is there already, from a try whose answer was lost.
            if (status === 403) this.#tickets.delete(id);
            if ((status < 200 || status > 299) && status !== 412) throw new Problem(status, 'refused', m.upload.refused(status));
            this.#set(id, { state: 'completing', sent: file.size });
            const photo = await this.#persist(() => this.#calls.complete(photoId));
            this.#finish(id, photo);
        } catch (error) {
            this.#stumble(id, error, 'ready');
        }
        this.#pump();
    }

    async #put(id: number, ticket: SignedPut, file: File): Promise<number> {
        let before = 0;
        const status = await this.#calls.put(ticket, file, (sent) => {
            this.#rate.add(sent - before);
            before = sent;
            this.#set(id, { sent });
        });
        if (status >= 500 || status === 429 || status === 408) throw new Problem(status, 'unreachable', m.upload.refused(status));
        return status;
    }

    #finish(id: number, photo: AnyPhoto): void {
        const failed = photo.processing_status === 'FAILED';
        this.#set(id, failed ? { state: 'rejected', reason: photo.processing_error ?? m.admin.failedPhoto } : { state: 'done' });
        this.#facts.delete(id);
        this.#tickets.delete(id);
    }

    /** Tries what the network or a busy server refused again, with growing pauses. */
    async #persist<T>(run: () => Promise<T>): Promise<T> {
        for (let attempt = 0; ; attempt++) {
            try {
                return await run();
            } catch (error) {
                const passing = error instanceof Problem && (error.status === 0 || error.status >= 429 || error.code === 'unreachable' || error.code === 'object-missing');
                if (!passing || attempt >= TRIES - 1) throw error;
                await new Promise<void>((again) => this.#ports.after(backoff(attempt, this.#ports.random), again));
            }
        }
    }

    #stumble(id: number, error: unknown, state: TransferState): void {
        if (Problem.is(error, 'unauthenticated')) {
            this.#paused = true;
            this.#set(id, { state, sent: 0 });
            return;
        }
        if (Problem.is(error, 'object-missing') || Problem.is(error, 'object-mismatch')) {
            // The ticket and the object do not belong together; another try begins with the file as it is now.
            this.#tickets.delete(id);
            this.#facts.delete(id);
        }
        this.#set(id, { state: 'failed', sent: 0, reason: reasonOf(error) });
    }

    #in(...states: TransferState[]): Transfer[] {
        return [...this.#transfers.values()].filter(({ state }) => states.includes(state));
    }

    #set(id: number, change: Partial<Transfer>): void {
        const transfer = this.#transfers.get(id);
        if (transfer) this.#transfers.set(id, { ...transfer, ...change });
        this.#show();
    }

    #forget(id: number): void {
        for (const map of [this.#transfers, this.#facts, this.#tickets]) map.delete(id);
    }

    /** Progress comes hundreds of times a second; eyes need it less often. */
    #show(): void {
        this.#showSoon ??= this.#ports.after(SHOW_EVERY, () => {
            this.#showSoon = null;
            const view = this.view;
            for (const listener of this.#listeners) listener(view);
        });
    }
}

export function unfinished({ state }: Transfer): boolean {
    return state !== 'done' && state !== 'duplicate' && state !== 'rejected' && state !== 'failed';
}

function unwanted(file: File): string | null {
    if (!TYPES.has(typeOf(file))) return m.upload.notAnImage;
    if (file.size === 0) return m.upload.empty;
    return file.size > LARGEST ? m.upload.tooLarge : null;
}

/** Some systems know no type for a file that a camera wrote. */
function typeOf(file: File): string {
    if (file.type) return file.type;
    const ending = /\.(jpe?g|png|webp)$/i.exec(file.name)?.[1]?.toLowerCase();
    return ending ? `image/${ending === 'jpg' ? 'jpeg' : ending}` : '';
}

function reasonOf(error: unknown): string {
    if (!(error instanceof Problem)) return m.admin.failed;
    if (error.code === 'object-mismatch') return m.upload.changed;
    if (error.status === 0) return m.upload.network;
    return error.message || m.admin.failed;
}
