// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { CommentOutbox, type Outgoing } from '../src/lib/comment-outbox';
import type { Ports } from '../src/lib/ports';
import { Problem } from '../src/lib/problem';
import type { Comment, NewComment } from '../src/lib/types';
import { uuid } from '../src/lib/uuid';

let timers: { ms: number; run: () => void }[];
let posts: NewComment[];
let answers: (Problem | 'taken')[];
let sent: string[];
let entries: readonly Outgoing[];

const ports: Ports = {
    random: () => 0.5,
    after(ms, run) {
        const timer = { ms, run };
        timers.push(timer);
        return () => void (timers = timers.filter((each) => each !== timer));
    },
    openSocket: () => {
        throw new Error();
    },
};

function outbox(): CommentOutbox {
    const post = async (photo_id: string, comment: NewComment): Promise<Comment> => {
        posts.push(comment);
        const answer = answers.shift() ?? 'taken';
        if (answer !== 'taken') throw answer;
        return { id: comment.id, photo_id, author_name: null, content: comment.content, created_at: '2026-06-20T12:00:00Z' };
    };
    const made = new CommentOutbox('demo', localStorage, post, ports, () => 1, (comment) => sent.push(comment.content));
    made.subscribe((now) => (entries = now));
    made.start();
    return made;
}

async function fire(): Promise<void> {
    timers.shift()!.run();
    await settled();
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeEach(() => {
    localStorage.clear();
    [timers, posts, answers, sent] = [[], [], [], []];
});

test('a comment is sent with the same id until it is taken', async () => {
    answers = [new Problem(0, 'unreachable', ''), new Problem(500, 'internal', ''), 'taken'];
    outbox().send('id-1', 'photo', 'Anna', 'So good');
    await settled();
    await fire();
    await fire();
    expect(posts.map(({ id }) => id)).toEqual(['id-1', 'id-1', 'id-1']);
    expect([sent, entries, localStorage.length]).toEqual([['So good'], [], 0]);
});

test('a reload goes on with what was left, in the order it was written', async () => {
    answers = [new Problem(0, 'unreachable', '')];
    const before = outbox();
    before.send('id-1', 'photo', null, 'first');
    before.send('id-2', 'photo', null, 'second');
    await settled();
    before.stop();
    timers = [];
    outbox();
    await settled();
    expect(sent).toEqual(['first', 'second']);
});

test('one that is refused ends, and what it said can be taken back', async () => {
    answers = [new Problem(400, 'invalid-request', '')];
    const box = outbox();
    box.send('id-1', 'photo', null, 'too much');
    await settled();
    expect([entries[0]!.state, timers]).toEqual(['refused', []]);
    expect(box.takeBack('id-1')).toBe('too much');
    expect([entries, localStorage.length]).toEqual([[], 0]);
});

test('one for a photo that is gone does not hold up the others', async () => {
    answers = [new Problem(404, 'not-found', '')];
    const box = outbox();
    box.send('id-1', 'photo', null, 'late');
    box.send('id-2', 'other', null, 'in time');
    await settled();
    expect(entries.map(({ state }) => state)).toEqual(['gone']);
    expect(sent).toEqual(['in time']);
});

test('a server that asks for a pause gets it, even when the network comes back', async () => {
    answers = [new Problem(429, 'rate-limited', '', undefined, 17)];
    const box = outbox();
    box.send('id-1', 'photo', null, 'hello');
    await settled();
    expect(timers.map(({ ms }) => ms)).toEqual([17_000]);
    box.wake();
    await settled();
    expect(posts).toHaveLength(1);
    await fire();
    expect(sent).toEqual(['hello']);
});

test('the network coming back sends at once', async () => {
    answers = [new Problem(0, 'unreachable', '')];
    const box = outbox();
    box.send('id-1', 'photo', null, 'hello');
    await settled();
    box.wake();
    await settled();
    expect(sent).toEqual(['hello']);
});

test('what another tab has sent meanwhile is not sent again', async () => {
    answers = [new Problem(0, 'unreachable', '')];
    outbox().send('id-1', 'photo', null, 'hello');
    await settled();
    localStorage.clear();
    await fire();
    expect([posts.length, entries]).toEqual([1, []]);
});

test('ids are random UUIDs, also where the page is not secure', () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(uuid()).toMatch(form);
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    expect(uuid()).toMatch(form);
});
