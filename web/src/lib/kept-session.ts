import type { Session } from './types';

export type Kept = Pick<Session, 'token' | 'expires_at'> & { join_secret: string | null };

/** What a page may remember between visits. Private windows refuse storage; then a session lasts as long as the page. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * The last visit's session for an event, and the secret to join it with.
 *
 * @param fragment of the page's address; an invitation to a private event ends in `#join={secret}`
 */
export function recall(slug: string, fragment: string, memory: Memory): { kept: Kept | null; secret: string | null } {
    const invited = new URLSearchParams(fragment.replace(/^#/, '')).get('join');
    const kept = parse(memory, slug);
    const secret = invited ?? kept?.join_secret ?? null;
    // Another invitation than last time is another try, and a wrong one must not pass on the strength of the first.
    return { kept: kept?.join_secret === secret ? kept : null, secret };
}

export function keep(slug: string, kept: Kept, memory: Memory): void {
    try {
        memory.setItem(key(slug), JSON.stringify(kept));
    } catch {
        // See Memory.
    }
}

/** Long enough for a call. */
export function lasts(kept: Kept, now: number): boolean {
    return Date.parse(kept.expires_at) > now + 60_000;
}

function parse(memory: Memory, slug: string): Kept | null {
    try {
        return JSON.parse(memory.getItem(key(slug)) ?? 'null') as Kept | null;
    } catch {
        return null;
    }
}

function key(slug: string): string {
    return `kilat:session:${slug}`;
}
