import { expect } from 'vitest';
import type { Chosen } from '../src/lib/dropped-files';
import type { Ports } from '../src/lib/ports';
import type { Upload, UploadFile } from '../src/lib/types';
import type { Transfer, UploadCalls } from '../src/lib/upload/transfer';
import { Uploads } from '../src/lib/upload/uploads';
import { photoOf } from './log-server';
import { settle } from './world';

const signed = { method: 'PUT', url: 'https://s3.test/key', headers: { 'x-amz-checksum-sha256': 'x' }, expires_at: '2026-01-01T00:15:00Z' } as const;
export const NOW = Date.parse('2026-01-01T00:00:00Z');
export const upload = (photo_id: string): Upload => ({ photo_id, status: 'upload', upload: signed });

/** One admin's uploads to one event, and a server and a store of photos that a test can change. */
export class UploadWorld {
    asked: UploadFile[][] = [];
    log: string[] = [];
    putting = 0;
    most = 0;
    now = NOW;
    /** Waits as long as this never end. */
    endless = Infinity;
    // Any other wait costs no time here, but is never skipped.
    #ports: Ports = { random: () => 0.5, after: (ms, run) => (ms !== this.endless && setImmediate(run), () => {}), openSocket: () => expect.fail() };
    /** By how a file ended or stands; what is done is known by the log only. */
    uploads!: Uploads;
    #slug: string;

    calls: UploadCalls = {
        read: async (file) => ({ sha256: `sha of ${await file.text()}`, width: 3000, height: 2000 }),
        tickets: async (files) => files.map((f) => upload(`id of ${f.file_name}`)),
        put: async (_ticket, _file, onprogress) => {
            onprogress(5);
            await settle();
            return 200;
        },
        complete: async (id) => photoOf(id, 1),
    };

    constructor(slug: string) {
        this.#slug = slug;
        this.open();
    }

    /** A page is opened; the one before, if any, is gone with all it was doing. */
    open(): void {
        let here = true;
        const gone = new Promise<never>(() => {});
        const alive = <T>(run: () => Promise<T>): Promise<T> => (here ? run().then((value) => (here ? value : gone), (error) => (here ? Promise.reject(error) : gone)) : gone);
        this.close = () => (here = false);
        this.uploads = new Uploads(
            this.#slug,
            {
                read: (file) => alive(() => this.calls.read(file)),
                tickets: (files) => alive(() => (this.asked.push(files), this.calls.tickets(files))),
                put: (ticket, file, progress, signal) =>
                    alive(async () => {
                        this.log.push(`put ${await file.text()}`);
                        this.most = Math.max(this.most, ++this.putting);
                        return this.calls.put(ticket, file, progress, signal).finally(() => this.putting--);
                    }),
                complete: (id) => alive(() => (this.log.push(`complete ${id}`), this.calls.complete(id))),
            },
            this.#ports,
            () => this.now,
        );
    }

    close = (): void => {};

    async rest(): Promise<void> {
        for (let i = 0; i < 5000; i++) {
            const { busy, paused } = this.uploads.view;
            if (i > 60 && (!busy || paused !== null)) return;
            await settle();
        }
    }

    async until(ready: () => boolean | Promise<boolean>): Promise<void> {
        for (let i = 0; i < 2000; i++) {
            if (await ready()) return;
            await settle();
        }
        expect.fail('It never came to that.');
    }

    /** What is shown of one file: only what moves or is in trouble is. */
    row(name: string): Transfer | undefined {
        const { moving, trouble } = this.uploads.view;
        return [...trouble, ...moving].find((transfer) => transfer.name === name);
    }
}

/** A file that says its own name. */
export function file(name: string, type = 'image/jpeg', text = name): Chosen {
    return { file: new File([text], name, { type, lastModified: 1 }), path: '' };
}
