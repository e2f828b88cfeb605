import { beforeEach, expect, test } from 'vitest';
import { LikeCounts } from '../src/lib/like-counts';
import { Likes } from '../src/lib/likes';
import { Problem } from '../src/lib/problem';
import { settle, World } from './world';

let world: World;

beforeEach(async () => {
    world = new World();
    world.server.add();
    world.store.start();
    await world.calm();
});

const count = (): number => world.view.photos[0]!.like_count;

test('a like is shown before it is counted, and stays when it is', async () => {
    world.like(0);
    expect([count(), world.liked.has('photo-0')]).toEqual([1, true]);
    await world.calm();
    expect([count(), world.liked.has('photo-0')]).toEqual([1, true]);
});

test('older news does not take a like back that is still on its way', async () => {
    world.like(0);
    world.frames.push({
        socket: world.open()[0]!,
        frame: {
            type: 'batch:events',
            epoch: 'epoch-0',
            head: 1,
            events: [{ type: 'photo:liked', photo_id: 'photo-0', like_count: 0, timestamp: '2026-06-20T11:59:00Z' }],
        },
    });
    await world.deliver(0);
    expect(count()).toBe(1);
});

test('a like that fails is taken back', async () => {
    world.like(0);
    await world.failCall(0);
    expect([count(), world.liked.has('photo-0')]).toEqual([0, false]);
});

test('whoever changes their mind before the answer gets what they wished last', async () => {
    world.like(0);
    world.like(0);
    expect([count(), world.liked.has('photo-0')]).toEqual([0, false]);
    await world.calm();
    expect([count(), world.liked.has('photo-0'), world.server.photos[0]!.like_count]).toEqual([0, false, 0]);
});

test('a photo in a frame never sets likes back that are known already', async () => {
    world.broadcast(world.server.like(1));
    await world.deliver(0);
    world.broadcast(world.server.touch(1));
    await world.deliver(0);
    expect([world.view.photos[0]!.uploaded_by, count()]).toEqual(['change 2', 1]);
});

test('likes that were missed while the connection was gone are read again', async () => {
    await world.closeSocket(0);
    world.server.like(1);
    await world.calm();
    expect(count()).toBe(1);
});

test('of two pushes the later one counts, however many digits their instants have', () => {
    const likes = new LikeCounts();
    expect(likes.pushed('a', 2, '2026-06-20T12:00:00.250Z', 1)).toBe(2);
    expect(likes.pushed('a', 1, '2026-06-20T12:00:00Z', 2)).toBeNull();
    expect(likes.pushed('a', 3, '2026-06-20T12:00:00.250001Z', 3)).toBe(3);
});

test('own likes are remembered for the next visit, and a refusal is told', async () => {
    const kept = new Map<string, string>();
    const memory = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v), removeItem() {} };
    const troubles: Problem[] = [];
    const call = async (photo_id: string, liked: boolean) => {
        if (photo_id === 'photo-1') throw new Problem(429, 'rate-limited', '', undefined, 12);
        return { photo_id, like_count: 1, liked };
    };
    const likes = new Likes('demo', memory, world.store, call, (problem) => troubles.push(problem));
    likes.set('photo-0', true);
    likes.set('photo-1', true);
    await settle();
    expect(troubles.map(({ retryAfter }) => retryAfter)).toEqual([12]);
    let again: ReadonlySet<string> = new Set();
    new Likes('demo', memory, world.store, call, () => {}).subscribe((liked) => (again = liked));
    expect([...again]).toEqual(['photo-0']);

    // Another tab takes it back, and tells by what is kept.
    kept.set('kilat:likes:demo', '[]');
    likes.recall();
    likes.subscribe((liked) => (again = liked));
    expect([...again]).toEqual([]);
});
