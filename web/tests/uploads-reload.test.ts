import { inStore } from './indexed-db';
import { beforeEach, expect, test } from 'vitest';
import { Problem } from '../src/lib/problem';
import { unfinishedUploads } from '../src/lib/upload/uploads';
import { file, NOW, UploadWorld } from './upload-world';

const never = new Promise<never>(() => {});

let events = 0;
let slug: string;
let world: UploadWorld;
beforeEach(() => {
    slug = `reloaded-${events++}`;
    world = new UploadWorld(slug);
});

const count = () => world.uploads.view.count;
const puts = () => world.log.filter((line) => line.startsWith('put')).sort();

/** How many files would come back, with their bytes. */
async function kept(): Promise<number> {
    const snapshot = (await inStore('metadata', (store) => store.get(`kilat-${slug}`))) as { metadata: string } | undefined;
    const keys = (await inStore('files', (store) => store.getAllKeys())) as string[];
    const files = Object.keys((JSON.parse(snapshot?.metadata ?? '{}') as { files?: object }).files ?? {});
    return files.filter((id) => keys.includes(`kilat-${slug}!${id}`)).length;
}

/** Two are in the gallery, the others have their tickets and are half-way when the page is left. */
async function reloadInTheMiddle(): Promise<void> {
    const { put } = world.calls;
    world.calls.put = async (...args) => (puts().length <= 2 ? put(...args) : never);
    await world.uploads.add(Array.from({ length: 6 }, (_, i) => file(`${i}.jpg`)));
    await world.until(async () => count().done === 2 && puts().length === 6 && (await kept()) === 4);
    world.close();
    world.calls.put = put;
    world.log.length = 0;
    world.asked.length = 0;
}

test('after a reload in the middle the rest goes on by itself, with the tickets it had', async () => {
    await reloadInTheMiddle();
    expect(await unfinishedUploads(NOW)).toContain(slug);
    world.open();
    await world.until(() => count().done === 4);
    expect(count().all).toBe(4);
    expect(puts()).toEqual(['put 2.jpg', 'put 3.jpg', 'put 4.jpg', 'put 5.jpg']);
    expect(world.asked).toEqual([]);
    await world.until(async () => !(await unfinishedUploads(NOW)).includes(slug));
});

test('tickets that ended meanwhile are asked for anew', async () => {
    await reloadInTheMiddle();
    world.now += 20 * 60_000;
    world.calls.tickets = async (files) =>
        files.map((f) => ({
            photo_id: `id of ${f.file_name}`,
            status: 'upload',
            upload: { method: 'PUT', url: 'https://s3.test/new', headers: {}, expires_at: '2026-01-01T01:00:00Z' },
        }));
    world.open();
    await world.until(() => count().done === 4);
    expect(world.asked.flat().map((f) => f.file_name).sort()).toEqual(['2.jpg', '3.jpg', '4.jpg', '5.jpg']);
});

test('what is dropped right after a reload is not lost to what comes back', async () => {
    await reloadInTheMiddle();
    world.open();
    await world.uploads.add([file('new.jpg'), file('3.jpg')]);
    await world.until(() => count().done === 5);
    expect(count().all).toBe(5);
});

test('what failed before a reload is tried again after it', async () => {
    const { put } = world.calls;
    world.calls.put = async () => {
        throw new Problem(400, 'refused', 'no');
    };
    await world.uploads.add([file('a.jpg')]);
    await world.until(async () => count().failed === 1 && (await kept()) === 1);
    world.close();
    world.calls.put = put;
    world.open();
    await world.until(() => count().done === 1);
    expect(count().all).toBe(1);
});

test('a file whose bytes were not kept is named after a reload, and goes on when it is added again', async () => {
    const { put } = world.calls;
    world.calls.put = () => never;
    await world.uploads.add([file('large.jpg'), file('small.jpg')]);
    await world.until(async () => puts().length === 2 && (await kept()) === 2);
    world.close();
    world.calls.put = put;
    const keys = (await inStore('files', (store) => store.getAllKeys())) as string[];
    await inStore('files', (store) => store.delete(keys.find((key) => key.includes(slug) && key.includes('large'))!));
    world.open();
    await world.until(() => count().done === 1 && count().failed === 1);
    expect(world.row('large.jpg')!.reason).toMatch('Add it again');
    await world.uploads.add([file('large.jpg')]);
    await world.until(() => count().done === 2);
    expect(count().failed).toBe(0);
});
