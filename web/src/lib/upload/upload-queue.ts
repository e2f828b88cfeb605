import { m } from '../language.svelte';
import { backoff } from '../backoff';
import type { Ports } from '../ports';
import { Problem } from '../problem';
import { TransferRate } from '../transfer-rate';
import type { AnyPhoto, Upload, UploadFile } from '../types';
import { passing, reasonOf, refusal } from './rules';
import { finished, settled, STATES, type Kept, type Shelf, type Transfer, type UploadCalls } from './transfer';
import { TransferList } from './transfer-list';
import { show, type QueueView } from './view';

const AT_ONCE = 4;
const TICKETS_AT_ONCE = 100;
/** A ticket that ends this soon is not worth beginning with. */
const TICKET_MARGIN = 30_000;
const TRIES = 6;
const SHOW_EVERY = 100;
/** Each look at the shelf costs as much as there is on it. */
const SHELVE_EVERY = 1000;
/** After so long the server takes an upload that does not arrive for left half-way, and gives its ticket to whoever asks again. */
const LEFT_HALF_WAY = 61_000;
const TWIN_LOOKS_EVERY = 1000;

/** Someone wants it to wait; nothing has gone wrong. */
class Held extends Error {}

export type Wanted = Pick<Transfer, 'id' | 'name' | 'type' | 'size'> & { kept: Kept | null };

/** Takes files to one event: reads them one by one, asks for tickets in batches, sends four at a time, and lets nothing drop silently. */
export class UploadQueue {
    #calls: UploadCalls;
    #shelf: Shelf;
    #ports: Ports;
    #now: () => number;
    #list = new TransferList();
    #kept = new Map<string, Kept>();
    /** Those whose ticket was refused once; a second time it is not the ticket's age. */
    #renewed = new Set<string>();
    #ends = new Map<string, () => void>();
    /** Those whose bytes somebody else, or an earlier page, had announced and not sent. */
    #elsewhere = new Set<string>();
    /** Those that wait for another one with the same bytes; they take nobody's place. */
    #twins = new Set<string>();
    #released: string[] = [];
    #shelved = new Map<string, Kept | null>();
    #reading = false;
    #asking = false;
    #held = false;
    #loggedOut = false;
    #sending = new AbortController();
    #rate: TransferRate;
    #listeners = new Set<(view: QueueView) => void>();
    #showSoon: (() => void) | null = null;
    #shelveSoon: (() => void) | null = null;

    constructor(calls: UploadCalls, shelf: Shelf, ports: Ports, now: () => number) {
        this.#calls = calls;
        this.#shelf = shelf;
        this.#ports = ports;
        this.#now = now;
        this.#rate = new TransferRate(now);
    }

    subscribe(listener: (view: QueueView) => void): () => void {
        this.#listeners.add(listener);
        listener(this.view);
        return () => this.#listeners.delete(listener);
    }

    get view(): QueueView {
        return show(this.#list, this.#held ? 'you' : this.#loggedOut ? 'login' : null, this.#rate.bytesPerSecond);
    }

    get busy(): boolean {
        return this.#list.busy;
    }

    /** Takes these on; done when each has come to an end, good or bad. What had a ticket goes on with it. */
    async run(files: readonly Wanted[]): Promise<void> {
        const ends = files.map(({ kept, ...file }) => {
            if (this.#onItsWay(file.id)) return undefined;
            if (kept) this.#kept.set(file.id, kept);
            const here = this.#shelf.bytes(file.id) !== null;
            const state = !here ? 'failed' : this.#kept.has(file.id) ? 'ready' : 'waiting';
            this.#list.set({ ...file, state, sent: 0, reason: here ? null : m.upload.gone });
            return here ? new Promise<void>((end) => this.#ends.set(file.id, end)) : undefined;
        });
        this.#pump();
        await Promise.all(ends);
    }

    /** All that failed, or one of them. What has a ticket, or has been read, goes on from there. */
    retry(...ids: string[]): void {
        const failed = this.#list.in('failed').filter(({ id }) => ids.length === 0 || ids.includes(id));
        for (const { id } of failed) {
            if (this.#shelf.bytes(id)) this.#set(id, { state: this.#kept.has(id) ? 'ready' : 'waiting', reason: null });
        }
        this.#pump();
    }

    /** Puts one that is not even tried into the list. */
    refuse(file: Pick<Transfer, 'id' | 'name' | 'type' | 'size'>, reason: string): void {
        this.#list.set({ ...file, state: 'rejected', sent: 0, reason });
        this.#show();
    }

    /** Out of the list, whatever has become of it. */
    forget(...ids: string[]): void {
        for (const id of ids) {
            this.#list.remove(id);
            this.#end(id);
        }
        this.#show();
    }

    /** Stops, and lets go of everything. */
    drop(): void {
        this.pause();
        this.forget(...this.#list.some(Infinity, ...STATES).map(({ id }) => id));
    }

    /** Brings the shelf up to date now; before more is put on it, what is finished has to be off it. */
    tidy(): void {
        this.#shelveSoon?.();
        this.#shelveSoon = null;
        this.#shelf.keep(this.#shelved);
        this.#shelf.release(this.#released.splice(0));
        this.#shelved.clear();
    }

    clearFinished(): void {
        this.forget(...this.#list.some(Infinity, 'done', 'duplicate', 'rejected').map(({ id }) => id));
    }

    pause(): void {
        this.#held = true;
        this.#sending.abort();
        this.#show();
    }

    resume(): void {
        this.#held = false;
        this.#sending = new AbortController();
        this.#pump();
    }

    loggedIn(): void {
        this.#loggedOut = false;
        this.#pump();
    }

    #onItsWay(id: string): boolean {
        const transfer = this.#list.get(id);
        return transfer !== undefined && !settled(transfer.state);
    }

    get #paused(): boolean {
        return this.#held || this.#loggedOut;
    }

    #pump(): void {
        this.#show();
        if (this.#paused) return;
        void this.#readNext();
        void this.#askTickets();
        const free = AT_ONCE + this.#twins.size - this.#list.count('uploading', 'completing');
        for (const { id } of this.#list.in('ready').filter((t) => this.#ticketLasts(t.id)).slice(0, Math.max(0, free))) void this.#send(id);
    }

    async #readNext(): Promise<void> {
        const [next] = this.#list.some(1, 'waiting');
        if (!next || this.#reading || this.#list.count('ready') >= TICKETS_AT_ONCE) return;
        this.#reading = true;
        this.#set(next.id, { state: 'hashing' });
        try {
            this.#kept.set(next.id, { facts: await this.#calls.read(this.#shelf.bytes(next.id)!) });
            this.#set(next.id, { state: 'ready' });
        } catch {
            this.#set(next.id, { state: 'failed', reason: m.upload.unreadable });
        }
        this.#reading = false;
        this.#pump();
    }

    async #askTickets(): Promise<void> {
        if (this.#asking) return;
        const [ticketed, without] = split(this.#list.in('ready'), ({ id }) => this.#ticketLasts(id));
        // Tickets expire, so they are not asked for long before their turn.
        if (without.length === 0 || ticketed.length >= AT_ONCE) return;
        this.#asking = true;
        const asked = without.slice(0, TICKETS_AT_ONCE);
        try {
            const uploads = await this.#persist(() => this.#calls.tickets(asked.map((transfer) => this.#asFile(transfer))));
            asked.forEach(({ id }, i) => this.#ticketed(id, uploads[i]));
            for (const { id } of asked) this.#shelve(id);
        } catch (error) {
            for (const { id } of asked) this.#stumble(id, error);
        }
        this.#asking = false;
        this.#pump();
    }

    #ticketLasts(id: string): boolean {
        const kept = this.#kept.get(id);
        if (!kept?.ticket) return false;
        if (Date.parse(kept.ticket.put.expires_at) > this.#now() + TICKET_MARGIN) return true;
        this.#kept.set(id, { facts: kept.facts });
        return false;
    }

    #asFile({ id, name, type, size }: Transfer): UploadFile {
        return { file_name: name, content_type: type, size, ...this.#kept.get(id)!.facts };
    }

    #ticketed(id: string, upload: Upload | undefined): void {
        if (!this.#list.get(id)) return;
        if (upload?.status === 'upload' && upload.upload && upload.photo_id) {
            this.#kept.set(id, { ...this.#kept.get(id)!, ticket: { photoId: upload.photo_id, put: upload.upload } });
        } else if (upload?.status === 'duplicate') {
            this.#repeated(id, upload.photo_id!);
        } else {
            this.#set(id, { state: 'rejected', reason: refusal(upload) });
        }
    }

    /** The same bytes twice among what was dropped here: what becomes of the first decides. */
    #repeated(id: string, photoId: string): void {
        const first = [...this.#kept].some(([other, { ticket }]) => other !== id && ticket?.photoId === photoId && this.#onItsWay(other));
        if (!first) return void this.#confirm(id, photoId);
        this.#twins.add(id);
        this.#set(id, { state: 'completing' });
        this.#ports.after(TWIN_LOOKS_EVERY, () => {
            this.#twins.delete(id);
            if (this.#onItsWay(id)) this.#repeated(id, photoId);
        });
    }

    /** The server has seen these bytes announced; whether they arrived is for the object to say. */
    async #confirm(id: string, photoId: string): Promise<void> {
        this.#set(id, { state: 'completing' });
        try {
            await this.#calls.complete(photoId);
            this.#set(id, { state: 'duplicate' });
        } catch (error) {
            if (Problem.is(error, 'not-found')) this.#set(id, { state: 'duplicate' });
            else if (Problem.is(error, 'object-missing')) this.#missed(id);
            else this.#stumble(id, error);
        }
        this.#pump();
    }

    #missed(id: string): void {
        this.#set(id, { state: 'failed', reason: m.upload.elsewhere });
        if (this.#elsewhere.has(id)) return;
        this.#elsewhere.add(id);
        this.#ports.after(LEFT_HALF_WAY, () => this.retry(id));
    }

    async #send(id: string): Promise<void> {
        const file = this.#shelf.bytes(id)!;
        const { photoId, put } = this.#kept.get(id)!.ticket!;
        this.#set(id, { state: 'uploading', sent: 0 });
        try {
            const status = await this.#persist(() => this.#put(id, put, file));
            if (status === 403 && !this.#renewed.has(id)) return this.#renew(id);
            // 412: it is there already, from a try whose answer was lost.
            if ((status < 200 || status > 299) && status !== 412) throw new Problem(status, 'refused', m.upload.refused(status));
            this.#set(id, { state: 'completing', sent: file.size });
            this.#published(id, await this.#persist(() => this.#calls.complete(photoId)));
        } catch (error) {
            this.#stumble(id, error);
        }
        this.#pump();
    }

    async #put(id: string, ticket: Parameters<UploadCalls['put']>[0], file: Blob): Promise<number> {
        let before = 0;
        const progress = (sent: number): void => {
            this.#rate.add(sent - before);
            before = sent;
            this.#set(id, { sent });
        };
        const status = await this.#calls.put(ticket, file, progress, this.#sending.signal);
        if (status >= 500 || status === 429 || status === 408) throw new Problem(status, 'unreachable', m.upload.refused(status));
        return status;
    }

    /** The ticket may have grown too old, by the server's clock. */
    #renew(id: string): void {
        this.#renewed.add(id);
        this.#kept.set(id, { facts: this.#kept.get(id)!.facts });
        this.#set(id, { state: 'ready', sent: 0 });
        this.#pump();
    }

    #published(id: string, photo: AnyPhoto): void {
        const failed = photo.processing_status === 'FAILED';
        this.#set(id, failed ? { state: 'rejected', reason: photo.processing_error ?? m.admin.failedPhoto } : { state: 'done' });
    }

    /** Tries what may pass again, with growing pauses. */
    async #persist<T>(run: () => Promise<T>): Promise<T> {
        for (let attempt = 0; ; attempt++) {
            try {
                return await run();
            } catch (error) {
                if (this.#held) throw new Held();
                if (!passing(error) || attempt >= TRIES - 1) throw error;
                await new Promise<void>((again) => this.#ports.after(backoff(attempt, this.#ports.random), again));
                if (this.#held) throw new Held();
            }
        }
    }

    #stumble(id: string, error: unknown): void {
        if (Problem.is(error, 'unauthenticated')) this.#loggedOut = true;
        if (error instanceof Held || Problem.is(error, 'unauthenticated')) {
            this.#set(id, { state: 'ready', sent: 0 });
            return;
        }
        // The ticket and the object do not belong together; another try begins with the file as it is now.
        if (Problem.is(error, 'object-missing') || Problem.is(error, 'object-mismatch') || Problem.is(error, 'refused')) {
            this.#kept.delete(id);
            this.#shelve(id);
        }
        this.#set(id, { state: 'failed', sent: 0, reason: reasonOf(error) });
    }

    #set(id: string, change: Partial<Transfer>): void {
        const transfer = this.#list.get(id);
        if (!transfer) return;
        this.#list.set({ ...transfer, ...change });
        if (change.state && settled(change.state)) this.#end(id);
        this.#show();
    }

    /** What is finished needs no bytes any more; what failed keeps them for another try. */
    #end(id: string): void {
        const state = this.#list.get(id)?.state;
        this.#ends.get(id)?.();
        this.#ends.delete(id);
        this.#renewed.delete(id);
        if (state && !finished(state)) return;
        this.#kept.delete(id);
        this.#elsewhere.delete(id);
        this.#released.push(id);
        this.#shelve(id);
    }

    #shelve(id: string): void {
        this.#shelved.set(id, this.#kept.get(id) ?? null);
        this.#shelveSoon ??= this.#ports.after(SHELVE_EVERY, () => this.tidy());
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

function split<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
    const yes: T[] = [];
    const no: T[] = [];
    for (const one of all) (test(one) ? yes : no).push(one);
    return [yes, no];
}
