import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GalleryView } from '../src/lib/gallery-store';
import { World } from './world';

type Move = [kind: string, pick: number];

const move: fc.Arbitrary<Move> = fc.tuple(
    fc.oneof(
        { weight: 5, arbitrary: fc.constant('add') },
        { weight: 3, arbitrary: fc.constantFrom('touch', 'comment', 'moderate') },
        { weight: 4, arbitrary: fc.constantFrom('like', 'like', 'comment', 'own like', 'open comments') },
        { weight: 8, arbitrary: fc.constant('call') },
        { weight: 4, arbitrary: fc.constant('deliver') },
        { weight: 2, arbitrary: fc.constantFrom('deliver twice', 'open', 'more', 'more', 'timer') },
        { weight: 1, arbitrary: fc.constantFrom('fail', 'lose frame', 'close', 'offline', 'wake', 'restore backup') },
    ),
    fc.nat(1000),
);

/** Nothing tells a connected guest of these; the next frame, poll or wake does. */
const UNANNOUNCED = new Set(['lose frame', 'restore backup', 'close', 'offline']);

async function play(world: World, [kind, pick]: Move): Promise<void> {
    switch (kind) {
        case 'add': return world.broadcast(world.server.add());
        case 'touch': return world.broadcast(world.server.touch(pick));
        case 'like': return world.broadcast(world.server.like(pick));
        case 'own like': return world.like(pick);
        case 'comment': return world.broadcast(world.server.comment(pick));
        case 'moderate': return world.broadcast(world.server.moderate(pick));
        case 'open comments': return world.openComments(pick);
        case 'call': return world.stepCall(pick);
        case 'fail': return world.failCall(pick);
        case 'deliver': return world.deliver(pick);
        case 'deliver twice': return world.deliver(pick, true);
        case 'lose frame': return void world.frames.splice(pick % Math.max(1, world.frames.length), 1);
        case 'open': return world.openSocket(pick);
        case 'close': return world.closeSocket(pick);
        case 'offline': return world.store.networkLost();
        case 'wake': return world.store.wake();
        case 'timer': return world.fire(pick);
        case 'more': return void world.store.loadMore();
        case 'restore backup': return world.server.restoreBackup(pick % 4);
        default: throw new Error(kind);
    }
}

function expectOrdered(view: GalleryView): void {
    const seqs = view.photos.map((p) => p.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(view.photos.map((p) => p.photo_id)).size).toBe(view.photos.length);
}

/** Where a run begins: so many photos there, so many at a time, and perhaps already loaded and connected. */
const beginning = fc.record({ photos: fc.nat(12), limit: fc.integer({ min: 1, max: 5 }), settled: fc.boolean() });

async function begin({ photos, limit, settled }: { photos: number; limit: number; settled: boolean }): Promise<World> {
    const world = new World();
    world.limit = limit;
    for (let i = 0; i < photos; i++) world.server.add();
    world.store.lookAt(Infinity, 0);
    world.store.start();
    if (settled) await world.calm();
    return world;
}

test('whatever is lost, doubled, delayed or overtaken, each photo is seen once, in order, as it is', async () => {
    await fc.assert(
        fc.asyncProperty(beginning, fc.array(move, { maxLength: 80, size: 'max' }), async (start, moves) => {
            const world = await begin(start);
            for (const each of moves) await play(world, each);
            await world.calm();
            if (moves.some(([kind]) => UNANNOUNCED.has(kind))) {
                world.store.wake();
                await world.calm();
            }
            expect(world.view.live).toBe('live');
            expect(world.view.photos).toEqual(world.server.photos.slice(0, world.view.photos.length));
            expect(world.view.count).toBe(world.server.photos.length);
            await world.readAll();
            expect(world.view.photos).toEqual(world.server.photos);
            if (world.comments && world.server.photos.some(({ photo_id }) => photo_id === world.comments!.photoId)) {
                expect(world.commentsView).toEqual({ state: 'ready', comments: world.server.comments(world.comments.photoId) });
            }
            expect(world.view.count).toBe(world.server.photos.length);
            world.seen.forEach(expectOrdered);
        }),
        { numRuns: Number(process.env['RUNS'] ?? 600) },
    );
}, 300_000);

test('no photo that was shown disappears and comes back, while none is deleted', async () => {
    const harmless = move
        .filter(([kind]) => kind !== 'touch')
        .map(([kind, pick]): Move => (kind === 'restore backup' ? [kind, 0] : [kind, pick]));
    await fc.assert(
        fc.asyncProperty(beginning, fc.array(harmless, { maxLength: 60, size: 'max' }), async (start, moves) => {
            const world = await begin(start);
            for (const each of moves) await play(world, each);
            await world.calm();
            const shown = new Set<string>();
            for (const { photos } of world.seen) {
                const now = new Set(photos.map((p) => p.photo_id));
                for (const id of shown) expect(now).toContain(id);
                for (const id of now) shown.add(id);
            }
        }),
        { numRuns: Number(process.env['RUNS'] ?? 300) },
    );
}, 300_000);
