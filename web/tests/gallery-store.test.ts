import { beforeEach, describe, expect, test } from 'vitest';
import { Problem } from '../src/lib/problem';
import { settle, World } from './world';

const MINUTE = 60_000;
let world: World;

beforeEach(async () => {
    world = new World();
    world.limit = 60;
    for (let i = 0; i < 3; i++) world.server.add();
    world.store.start();
    await world.calm();
});

/** Fires the timer that was set for between these, as if so much time had passed. */
async function after(from: number, to: number): Promise<void> {
    const at = world.timers.findIndex(({ ms }) => ms >= from && ms <= to);
    expect(at, `a timer between ${from} and ${to} ms of ${world.timers.map((t) => t.ms)}`).toBeGreaterThanOrEqual(0);
    await world.fire(at);
}

const ids = (): string[] => world.view.photos.map((photo) => photo.photo_id);

test('a pushed photo is shown without asking anybody', async () => {
    world.broadcast(world.server.add());
    await world.deliver(0);
    expect(ids()).toEqual(['photo-3', 'photo-2', 'photo-1', 'photo-0']);
    expect(world.calls).toHaveLength(0);
});

test('a frame after a lost one asks for the delta', async () => {
    world.broadcast(world.server.add());
    world.frames = [];
    world.broadcast(world.server.add());
    await world.deliver(0);
    expect(ids()[0]).toBe('photo-2');
    await world.stepCall(0);
    await world.stepCall(0);
    expect(ids().slice(0, 2)).toEqual(['photo-4', 'photo-3']);
});

test('a frame that only tells the head asks for the delta', async () => {
    const frame = world.server.add();
    world.broadcast({ ...frame, events: [] });
    await world.deliver(0);
    await world.calm();
    expect(ids()[0]).toBe('photo-3');
});

test('an open socket joins the room', () => {
    expect(world.open()[0]!.sent).toEqual(['{"action":"event:join","event_slug":"demo"}']);
});

test('an event of a later version takes its number and harms nothing', async () => {
    world.server.add();
    const event = { type: 'photo:polished', photo_id: 'photo-0', seq: 4 } as never;
    world.frames.push({ socket: world.open()[0]!, frame: { type: 'batch:events', epoch: 'epoch-0', head: 4, events: [event] } });
    await world.deliver(0);
    expect(world.calls).toHaveLength(0);
});

test('likes come without a number and change only the count', async () => {
    const liked = { type: 'photo:liked', photo_id: 'photo-1', like_count: 7, timestamp: '2026-06-20T12:00:00Z' } as const;
    world.frames.push({ socket: world.open()[0]!, frame: { type: 'batch:events', epoch: 'epoch-0', head: 3, events: [liked] } });
    await world.deliver(0);
    expect(world.view.photos.find((p) => p.photo_id === 'photo-1')?.like_count).toBe(7);
    expect(world.calls).toHaveLength(0);
});

describe('the connection', () => {
    test('is opened anew when the server does not know it any more', async () => {
        const forgotten = world.open()[0]!;
        await after(4 * MINUTE, 4 * MINUTE);
        forgotten.onmessage?.({ data: '{"type":"error","code":"not-found"}' });
        expect(world.view.live).toBe('reconnecting');
        await world.calm();
        expect(world.view.live).toBe('live');
        expect(world.open()).not.toContain(forgotten);
    });

    test('is pinged each four minutes, and given up when nothing answers', async () => {
        await after(4 * MINUTE, 4 * MINUTE);
        expect(world.open()[0]!.sent.at(-1)).toBe('{"action":"ping"}');
        await after(10_000, 10_000);
        expect(world.view.live).toBe('reconnecting');
        await world.calm();
        expect(world.view.live).toBe('live');
    });

    test('is replaced before two hours are over, without a moment of silence', async () => {
        world.seen = [];
        await after(105 * MINUTE, 115 * MINUTE);
        await world.calm();
        expect(world.sockets.map((s) => s.state)).toEqual(['closed', 'open']);
        expect(world.view.live).toBe('live');
        expect(world.seen.map((v) => v.live)).not.toContain('reconnecting');
    });

    test('comes back with growing pauses of full jitter', async () => {
        await world.closeSocket(0);
        const pauses: number[] = [];
        for (let i = 0; i < 7; i++) {
            const at = world.timers.findIndex(({ ms }) => ms <= 15_000);
            pauses.push(world.timers[at]!.ms);
            await world.fire(at);
            await world.failCall(0);
        }
        expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    });

    test('polls between 30 and 45 seconds while it is down, and not while it is up', async () => {
        expect(world.timers.some(({ ms }) => ms >= 30_000 && ms <= 45_000)).toBe(false);
        await world.closeSocket(0);
        world.server.add();
        await after(30_000, 45_000);
        await world.stepCall(0);
        await world.stepCall(0);
        expect(world.view.live).toBe('reconnecting');
        expect(ids()[0]).toBe('photo-3');
        expect(world.timers.some(({ ms }) => ms >= 30_000 && ms <= 45_000)).toBe(true);
    });

    test('is tried at once when the network is back', async () => {
        world.store.networkLost();
        expect(world.view.live).toBe('offline');
        world.server.add();
        world.store.wake();
        await world.calm();
        expect(world.view.live).toBe('live');
        expect(ids()[0]).toBe('photo-3');
    });

    test('that only seems open is found out soon after the page is seen again', async () => {
        world.store.wake();
        await after(1500, 1500);
        expect(world.view.live).toBe('reconnecting');
    });

    test('is let go when the page leaves', async () => {
        world.store.stop();
        await settle();
        expect(world.open()).toHaveLength(0);
        expect(world.timers).toHaveLength(0);
    });
});

test('another epoch starts over without showing less for a moment', async () => {
    world.server.restoreBackup(0);
    world.broadcast(world.server.add());
    await world.deliver(0);
    await world.calm();
    expect(ids()).toHaveLength(4);
    expect(world.seen.slice(1).every((view) => view.phase !== 'ready' || view.photos.length >= 3)).toBe(true);
});

test('an event that is gone ends at not found, and asks no more', async () => {
    world.server.delta = () => {
        throw new Problem(404, 'not-found', '');
    };
    world.store.wake();
    await world.stepCall(0);
    expect(world.view.phase).toBe('not-found');
    expect(world.timers).toHaveLength(0);
});
