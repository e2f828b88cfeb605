import { beforeEach, expect, test } from 'vitest';
import type { Ports } from '../src/lib/ports';
import { Problem } from '../src/lib/problem';
import type { AnyPhoto, Upload, UploadFile } from '../src/lib/types';
import { UploadQueue, type UploadCalls } from '../src/lib/upload-queue';
import { photoOf } from './log-server';
import { settle } from './world';

const signed = { method: 'PUT', url: 'https://s3.test/key', headers: { 'x-amz-checksum-sha256': 'x' }, expires_at: '2026-01-01T00:00:00Z' } as const;
const upload = (photo_id: string): Upload => ({ photo_id, status: 'upload', upload: signed });
const unauthenticated = () => new Problem(401, 'unauthenticated', '');

let asked: UploadFile[][];
let putting: number;
let most: number;
let log: string[];
let calls: UploadCalls;
let queue: UploadQueue;

beforeEach(() => {
    asked = [];
    putting = most = 0;
    log = [];
    calls = {
        read: async (file) => ({ sha256: `sha of ${file.name}`, width: 3000, height: 2000 }),
        tickets: async (files) => {
            asked.push(files);
            return files.map((f) => upload(`id of ${f.file_name}`));
        },
        put: async (_ticket, file, onprogress) => {
            log.push(`put ${file.name}`);
            most = Math.max(most, ++putting);
            onprogress(file.size / 2);
            await settle();
            putting--;
            return 200;
        },
        complete: async (id) => {
            log.push(`complete ${id}`);
            return photoOf(id, 1);
        },
    };
    // Waiting costs no time here, but is never skipped.
    const ports: Ports = { random: () => 0.5, after: (_ms, run) => (setImmediate(run), () => {}), openSocket: () => expect.fail() };
    queue = new UploadQueue({ read: (f) => calls.read(f), tickets: (f) => calls.tickets(f), put: (...a) => calls.put(...a), complete: (id) => calls.complete(id) }, ports, () => 0);
});

const file = (name: string, type = 'image/jpeg', size = 10): File => new File([new Uint8Array(size)], name, { type });
const states = (): Record<string, string> => Object.fromEntries(queue.view.transfers.map((t) => [t.file.name, t.state]));

async function rest(): Promise<void> {
    for (let i = 0; i < 5000 && (i < 30 || (queue.busy && !queue.view.paused)); i++) await settle();
}

test('many files go in batches, four at a time, each published after its PUT', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `${i}.jpg`);
    queue.add(names.map((name) => file(name)));
    await rest();
    expect(new Set(Object.values(states()))).toEqual(new Set(['done']));
    expect(most).toBe(4);
    expect(asked.every((files) => files.length <= 100)).toBe(true);
    expect(asked.flat().map((f) => f.file_name)).toEqual(names);
    for (const name of names) expect(log.indexOf(`put ${name}`)).toBeLessThan(log.indexOf(`complete id of ${name}`));
});

test('what is no photo is told so at once, and its neighbours go on', async () => {
    queue.add([file('a.txt', 'text/plain'), file('b.jpg'), file('empty.png', 'image/png', 0), file('RAW.JPG', '')]);
    await rest();
    expect(states()).toEqual({ 'a.txt': 'rejected', 'b.jpg': 'done', 'empty.png': 'rejected', 'RAW.JPG': 'done' });
    expect(asked.flat().map((f) => f.content_type)).toEqual(['image/jpeg', 'image/jpeg']);
});

test('what the server rejects says why', async () => {
    calls.tickets = async () => [{ photo_id: null, status: 'rejected', error: { code: 'unsupported-type', detail: '' } }];
    queue.add([file('a.jpg')]);
    await rest();
    expect(queue.view.transfers[0]).toMatchObject({ state: 'rejected', reason: 'Kilat takes JPEG, PNG and WebP.' });
});

test('a duplicate is not sent again', async () => {
    calls.tickets = async () => [{ photo_id: 'first', status: 'duplicate' }];
    queue.add([file('a.jpg')]);
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'duplicate' });
    expect(log).toEqual(['complete first']);
});

test('a duplicate of what never arrived is not taken for being there', async () => {
    calls.tickets = async () => [{ photo_id: 'first', status: 'duplicate' }];
    calls.complete = async () => {
        throw new Problem(409, 'object-missing', '');
    };
    queue.add([file('a.jpg')]);
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'failed' });
});

test('a busy store of photos is tried again, and what it has already is only published', async () => {
    const answers = [503, 'cut', 412] as const;
    let tries = 0;
    calls.put = async () => {
        const next = answers[tries++]!;
        if (next === 'cut') throw Problem.unreachable('cut');
        return next;
    };
    queue.add([file('a.jpg')]);
    await rest();
    expect(tries).toBe(3);
    expect(states()).toEqual({ 'a.jpg': 'done' });
});

test('what does not get through stays, and goes on by hand', async () => {
    const put = calls.put;
    calls.put = async () => {
        throw Problem.unreachable('down');
    };
    queue.add([file('a.jpg')]);
    await rest();
    expect(queue.view.transfers[0]).toMatchObject({ state: 'failed', reason: 'No connection to the store of photos.' });
    calls.put = put;
    queue.retry();
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'done' });
});

test('an expired ticket is replaced by trying again', async () => {
    let refused = true;
    const put = calls.put;
    calls.put = async (...args) => (refused ? 403 : put(...args));
    queue.add([file('a.jpg')]);
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'failed' });
    refused = false;
    queue.retry();
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'done' });
    expect(asked).toHaveLength(2);
});

test('when the hour is over the queue waits, and goes on after the login', async () => {
    let loggedIn = true;
    const complete = calls.complete;
    const tickets = calls.tickets;
    calls.complete = async (id) => (loggedIn ? complete(id) : Promise.reject(unauthenticated()));
    calls.tickets = async (files) => (loggedIn ? tickets(files) : Promise.reject(unauthenticated()));
    queue.add([file('a.jpg'), file('b.jpg')]);
    loggedIn = false;
    await rest();
    expect(queue.view.paused).toBe(true);
    expect(Object.values(states())).not.toContain('failed');
    loggedIn = true;
    queue.resume();
    await rest();
    expect(states()).toEqual({ 'a.jpg': 'done', 'b.jpg': 'done' });
});

test('a photo that turns out to be none says what was wrong', async () => {
    calls.complete = async (id) => ({ ...photoOf(id, 1), processing_status: 'FAILED', processing_error: 'not an image' }) as AnyPhoto;
    queue.add([file('a.jpg')]);
    await rest();
    expect(queue.view.transfers[0]).toMatchObject({ state: 'rejected', reason: 'not an image' });
});
