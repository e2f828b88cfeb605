import { beforeEach, expect, test } from 'vitest';
import { Problem } from '../src/lib/problem';
import type { AnyPhoto } from '../src/lib/types';
import { photoOf } from './log-server';
import { file, upload, UploadWorld } from './upload-world';

const unauthenticated = () => new Problem(401, 'unauthenticated', '');

let events = 0;
let world: UploadWorld;
beforeEach(() => {
    world = new UploadWorld(`event-${events++}`);
});

const count = () => world.uploads.view.count;
test('many files go in batches, four at a time, each published after its PUT', async () => {
    const names = Array.from({ length: 250 }, (_, i) => `${i}.jpg`);
    await world.uploads.add(names.map((name) => file(name)));
    await world.rest();
    expect(count()).toMatchObject({ all: 250, done: 250 });
    expect(world.most).toBe(4);
    expect(world.asked.every((files) => files.length <= 100)).toBe(true);
    expect(world.asked.flat().map((f) => f.file_name)).toEqual(names);
    for (const name of names) expect(world.log.indexOf(`put ${name}`)).toBeLessThan(world.log.indexOf(`complete id of ${name}`));
});

test('however many files there are, a page is shown few of them', async () => {
    world.calls.put = async () => {
        throw new Problem(400, 'refused', 'no');
    };
    await world.uploads.add(Array.from({ length: 200 }, (_, i) => file(`${i}.jpg`)));
    await world.rest();
    expect(count()).toMatchObject({ all: 200, failed: 200 });
    expect(world.uploads.view.trouble).toHaveLength(50);
});

test('what is no photo is told so at once, and its neighbours go on', async () => {
    await world.uploads.add([file('a.txt', 'text/plain'), file('b.jpg'), file('empty.png', 'image/png', ''), file('RAW.JPG', '')]);
    await world.rest();
    expect(world.row('a.txt')).toMatchObject({ state: 'rejected', reason: 'Kilat takes JPEG, PNG and WebP.' });
    expect(world.row('empty.png')).toMatchObject({ state: 'rejected', reason: 'The file is empty.' });
    expect(count()).toMatchObject({ all: 4, done: 2, rejected: 2 });
    expect(world.asked.flat().map((f) => f.content_type)).toEqual(['image/jpeg', 'image/jpeg']);
});

test('the same file added twice is one, and two that differ only in their folder are two', async () => {
    await world.uploads.add([file('a.jpg'), file('a.jpg'), { ...file('a.jpg'), path: 'second/a.jpg' }]);
    await world.rest();
    expect(world.asked.flat()).toHaveLength(2);
});

test('more may be added right after something is done, which is not taken on again', async () => {
    world.endless = 1000;
    await world.uploads.add([file('a.jpg')]);
    await world.until(() => count().done === 1);
    await world.uploads.add([file('a.jpg'), file('b.jpg')]);
    await world.rest();
    expect(count()).toMatchObject({ all: 2, done: 2, failed: 0 });
    await world.uploads.add([file('c.jpg')]);
    await world.rest();
    expect(world.asked.flat().map((f) => f.file_name)).toEqual(['a.jpg', 'a.jpg', 'b.jpg', 'c.jpg']);
});

test('what the server rejects says why, and its neighbours go on', async () => {
    world.calls.tickets = async ([, second]) => [
        { photo_id: null, status: 'rejected', error: { code: 'unsupported-type', detail: '' } },
        ...(second ? [upload('b')] : []),
    ];
    await world.uploads.add([file('a.jpg'), file('b.jpg')]);
    await world.rest();
    expect(world.row('a.jpg')).toMatchObject({ state: 'rejected', reason: 'Kilat takes JPEG, PNG and WebP.' });
});

test('a duplicate is not sent again', async () => {
    world.calls.tickets = async () => [{ photo_id: 'first', status: 'duplicate' }];
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(count()).toMatchObject({ duplicate: 1 });
    expect(world.log).toEqual(['complete first']);
});

test('the same bytes under five names are sent once, and wait for that without a word and without a place', async () => {
    const names = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg', 'e.jpg', 'f.jpg'];
    const put = new Set<string>();
    world.calls.tickets = async (files) =>
        files.map(({ file_name }) => (file_name === 'f.jpg' ? upload('other') : file_name === 'a.jpg' ? upload('first') : { photo_id: 'first', status: 'duplicate' }));
    const { put: send, complete } = world.calls;
    world.calls.put = async (...all) => send(...all).finally(() => put.add('sent'));
    world.calls.complete = async (id) => (put.size > 0 ? complete(id) : Promise.reject(new Problem(409, 'object-missing', '')));
    await world.uploads.add(names.map((name) => file(name)));
    await world.rest();
    expect(count()).toMatchObject({ done: 2, duplicate: 4 });
    expect(world.log.filter((line) => line.startsWith('put'))).toHaveLength(2);
    expect(world.log.filter((line) => line === 'complete first')).toHaveLength(5);
});

test('a duplicate of what never arrived is not taken for being there, and is tried once more when it may be sent again', async () => {
    const { complete, tickets } = world.calls;
    let asked = 0;
    world.calls.tickets = async (files) => (asked++ === 0 ? [{ photo_id: 'first', status: 'duplicate' }] : tickets(files));
    world.calls.complete = async (id) => (id === 'first' ? Promise.reject(new Problem(409, 'object-missing', '')) : complete(id));
    await world.uploads.add([file('a.jpg')]);
    await world.until(() => count().done === 1);
    expect(world.log).toEqual(['complete first', 'put a.jpg', 'complete id of a.jpg']);
});

test('what stays missing stays in the list', async () => {
    world.calls.tickets = async () => [{ photo_id: 'first', status: 'duplicate' }];
    world.calls.complete = async () => {
        throw new Problem(409, 'object-missing', '');
    };
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(world.row('a.jpg')).toMatchObject({ state: 'failed' });
    expect(world.log).toHaveLength(2);
});

test('a busy store of photos is tried again, and what it has already is only published', async () => {
    const answers = [503, 'cut', 412] as const;
    let tries = 0;
    world.calls.put = async () => {
        const next = answers[tries++]!;
        if (next === 'cut') throw Problem.unreachable('cut');
        return next;
    };
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(tries).toBe(3);
    expect(count()).toMatchObject({ done: 1 });
});

test('tickets are asked for again while the server cannot be reached', async () => {
    let tries = 0;
    const { tickets } = world.calls;
    world.calls.tickets = async (files) => (tries++ < 3 ? Promise.reject(Problem.unreachable('down')) : tickets(files));
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(count()).toMatchObject({ done: 1 });
});

test('what does not get through stays, and goes on by hand', async () => {
    const { put } = world.calls;
    world.calls.put = async () => {
        throw Problem.unreachable('down');
    };
    await world.uploads.add([file('a.jpg'), file('b.jpg')]);
    await world.rest();
    expect(world.row('a.jpg')).toMatchObject({ state: 'failed', reason: 'No connection to the store of photos.' });
    world.calls.put = put;
    world.uploads.retry(world.row('a.jpg')!.id);
    await world.rest();
    expect(count()).toMatchObject({ done: 1, failed: 1 });
    world.uploads.retry();
    await world.rest();
    expect(count()).toMatchObject({ done: 2, failed: 0 });
});

test('a ticket that the store of photos finds too old is replaced once by itself', async () => {
    let refused = 1;
    const { put } = world.calls;
    world.calls.put = async (...args) => (refused-- > 0 ? 403 : put(...args));
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(count()).toMatchObject({ done: 1 });
    expect(world.asked).toHaveLength(2);
    refused = Infinity;
    await world.uploads.add([file('b.jpg')]);
    await world.rest();
    expect(world.row('b.jpg')).toMatchObject({ state: 'failed', reason: 'The store of photos refused it (403).' });
});

test('a pause stops what is on its way, and going on sends it with the same ticket', async () => {
    const { put } = world.calls;
    world.calls.put = (_ticket, _file, onprogress, signal) =>
        new Promise((_, cut) => {
            onprogress(3);
            signal.addEventListener('abort', () => cut(Problem.unreachable('aborted')));
        });
    await world.uploads.add(Array.from({ length: 6 }, (_, i) => file(`${i}.jpg`)));
    await world.until(() => world.putting === 4);
    world.uploads.pause();
    await world.until(() => world.putting === 0);
    await world.rest();
    expect(world.uploads.view).toMatchObject({ paused: 'you', sent: 0, count: { failed: 0, done: 0 } });
    world.calls.put = put;
    world.uploads.resume();
    await world.rest();
    expect(count()).toMatchObject({ done: 6 });
    expect(world.asked.flat()).toHaveLength(6);
});

test('when the hour is over the queue waits, and goes on after the login, unless it was paused by hand', async () => {
    let loggedIn = true;
    const { complete, tickets } = world.calls;
    world.calls.complete = async (id) => (loggedIn ? complete(id) : Promise.reject(unauthenticated()));
    world.calls.tickets = async (files) => (loggedIn ? tickets(files) : Promise.reject(unauthenticated()));
    const adding = world.uploads.add([file('a.jpg'), file('b.jpg')]);
    loggedIn = false;
    await adding;
    await world.rest();
    expect(world.uploads.view).toMatchObject({ paused: 'login', count: { failed: 0 } });
    loggedIn = true;
    world.uploads.pause();
    world.uploads.loggedIn();
    await world.rest();
    expect(count()).toMatchObject({ done: 0 });
    world.uploads.resume();
    await world.rest();
    expect(count()).toMatchObject({ done: 2 });
});

test('a photo that turns out to be none says what was wrong', async () => {
    world.calls.complete = async (id) => ({ ...photoOf(id, 1), processing_status: 'FAILED', processing_error: 'not an image' }) as AnyPhoto;
    await world.uploads.add([file('a.jpg')]);
    await world.rest();
    expect(world.row('a.jpg')).toMatchObject({ state: 'rejected', reason: 'not an image' });
});

test('uploads to an event that is gone are let go', async () => {
    world.calls.put = () => new Promise(() => {});
    await world.uploads.add(Array.from({ length: 6 }, (_, i) => file(`${i}.jpg`)));
    await world.until(() => world.putting === 4);
    world.uploads.drop();
    expect(world.uploads.view).toMatchObject({ busy: false, count: { all: 0 } });
    await world.rest();
    expect(world.putting).toBe(4);
});
