import { beforeEach, expect, test } from 'vitest';
import { Bell } from '../src/lib/bell';
import type { ModeratedComment } from '../src/lib/types';
import { settle } from './world';

const comment = (id: string, minute: number, hidden = false): ModeratedComment => ({
    id, photo_id: 'photo', author_name: 'Rina', content: id, created_at: `2026-06-20T12:${String(minute).padStart(2, '0')}:00Z`, hidden,
});

let listed: ModeratedComment[];
let answer: (() => void) | null;
let memory: Map<string, string>;
let bell: Bell;

function open(): Bell {
    return new Bell(
        'demo',
        {
            comments: () => new Promise((done) => (answer = () => done(listed))),
            hide: async (comment, hidden) => ({ ...comment, hidden }),
            remove: async () => {},
        },
        { getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value), removeItem: (key) => void memory.delete(key) },
    );
}

async function load(): Promise<void> {
    const loading = bell.load();
    answer?.();
    await loading;
}

beforeEach(() => {
    listed = [comment('b', 2), comment('a', 1)];
    memory = new Map();
    bell = open();
});

const ids = () => bell.view.comments.map(({ id }) => id);

test('what was written since the list was last looked at is counted, also after a reload', async () => {
    await load();
    expect(bell.view.unread).toBe(2);
    bell.looked();
    expect(bell.view.unread).toBe(0);
    bell = open();
    listed = [comment('c', 3), ...listed];
    await load();
    expect(bell.view.unread).toBe(1);
});

test('a pushed comment is there at once, newest first, and once however often it is told', async () => {
    await load();
    bell.pushed(comment('c', 3));
    bell.pushed(comment('c', 3));
    expect(ids()).toEqual(['c', 'b', 'a']);
    expect(bell.view.unread).toBe(3);
});

test('a comment pushed while the list is on its way is not lost to it', async () => {
    const loading = bell.load();
    bell.pushed(comment('c', 3));
    answer!();
    await loading;
    expect(ids()).toEqual(['c', 'b', 'a']);
});

test('what somebody else has deleted is gone after the next list', async () => {
    await load();
    listed = [comment('b', 2)];
    await load();
    expect(ids()).toEqual(['b']);
});

test('a hidden comment stays, marked, and is not news', async () => {
    await load();
    await bell.hide(bell.view.comments[0]!, true);
    expect(bell.view).toMatchObject({ unread: 1, comments: [{ id: 'b', hidden: true }, { id: 'a', hidden: false }] });
    await bell.hide(bell.view.comments[0]!, false);
    expect(bell.view.unread).toBe(2);
});

test('a deleted comment leaves the list, a refused deletion does not', async () => {
    await load();
    await bell.remove(bell.view.comments[0]!);
    expect(ids()).toEqual(['a']);
});

test('an open photo shows its own comments, oldest first, with those too old for the list', async () => {
    await load();
    bell.pushed({ ...comment('other', 4), photo_id: 'another' });
    bell.older([comment('ancient', 0), comment('a', 1)]);
    expect(bell.of('photo', bell.view).map(({ id }) => id)).toEqual(['ancient', 'a', 'b']);
    expect(ids()).not.toContain('ancient');
    await settle();
});
