import { expect, test } from 'vitest';
import { createApi } from '../src/lib/api';
import { GuestSession } from '../src/lib/guest-session';
import type { Memory } from '../src/lib/kept-session';
import { Problem } from '../src/lib/problem';

const NOW = Date.parse('2026-01-01T12:00:00Z');

function memory(): Memory & { kept: Map<string, string> } {
    const kept = new Map<string, string>();
    return {
        kept,
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
    };
}

/** An API that lets in whoever knows the secret, each time with another token. */
function door(secret: string | null) {
    const bodies: unknown[] = [];
    const api = createApi();
    api.POST = (async (_path: string, { body }: { body: { join_secret?: string } }) => {
        bodies.push(body);
        const open = secret === null || body.join_secret === secret;
        return open
            ? { data: { token: `token-${bodies.length}`, expires_at: '2026-01-08T12:00:00Z' }, response: new Response(null, { status: 201 }) }
            : { error: { code: 'not-found' }, response: new Response(null, { status: 404 }) };
    }) as never;
    return { api, bodies };
}

const session = (api: ReturnType<typeof createApi>, fragment: string, kept: Memory, now = NOW) => new GuestSession(api, 'demo', fragment, kept, () => now);
const token = (s: GuestSession) => s.call((t) => Promise.resolve(t));

test('a public event is joined by itself, once for many calls and visits', async () => {
    const { api, bodies } = door(null);
    const kept = memory();
    const first = session(api, '', kept);
    expect(await Promise.all([token(first), token(first)])).toEqual(['token-1', 'token-1']);
    expect(await token(session(api, '', kept))).toBe('token-1');
    expect(bodies).toEqual([{}]);
});

test('the secret of an invitation is sent, and remembered for the session after it', async () => {
    const { api, bodies } = door('s3cret');
    const kept = memory();
    await token(session(api, '#join=s3cret', kept));
    const eightDaysLater = NOW + 8 * 86_400_000;
    expect(await token(session(api, '', kept, eightDaysLater))).toBe('token-2');
    expect(bodies).toEqual([{ join_secret: 's3cret' }, { join_secret: 's3cret' }]);
});

test('a wrong secret is not helped by a session that a right one opened', async () => {
    const { api } = door('s3cret');
    const kept = memory();
    await token(session(api, '#join=s3cret', kept));
    await expect(token(session(api, '#join=other', kept))).rejects.toMatchObject({ code: 'not-found' });
});

test('a token that is no longer accepted is replaced, and the call made again', async () => {
    const { api } = door(null);
    const seen: string[] = [];
    const answer = await session(api, '', memory()).call(async (t) => {
        seen.push(t);
        if (t === 'token-1') throw new Problem(401, 'unauthenticated', '');
        return 'photos';
    });
    expect(answer).toBe('photos');
    expect(seen).toEqual(['token-1', 'token-2']);
});

test('a session that was asked for before is used, and when it does not come another is asked for', async () => {
    const { api, bodies } = door(null);
    const early = { token: 'early', expires_at: '2026-01-08T12:00:00Z' } as never;
    const joined = (first: Promise<never>) => token(new GuestSession(api, 'demo', '', memory(), () => NOW, first));
    expect(await joined(Promise.resolve(early))).toBe('early');
    expect(bodies).toEqual([]);
    expect(await joined(Promise.resolve(null as never))).toBe('token-1');
});
