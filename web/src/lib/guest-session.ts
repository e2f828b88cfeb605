import { answer, type Api } from './api';
import { Problem } from './problem';
import type { Session } from './types';

type Kept = Pick<Session, 'token' | 'expires_at'> & { join_secret: string | null };

/** What a page may remember between visits. Private windows refuse storage; then a session lasts as long as the page. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A guest's token for one event, kept for the next visit and replaced by itself when it ends. */
export class GuestSession {
    #api: Api;
    #slug: string;
    #memory: Memory;
    #now: () => number;
    #secret: string | null;
    #kept: Kept | null;
    #joining: Promise<Kept> | null = null;

    /** @param fragment of the page's address; an invitation to a private event ends in `#join={secret}` */
    constructor(api: Api, slug: string, fragment: string, memory: Memory, now: () => number) {
        this.#api = api;
        this.#slug = slug;
        this.#memory = memory;
        this.#now = now;
        const invited = new URLSearchParams(fragment.replace(/^#/, '')).get('join');
        const kept = this.#recall();
        this.#secret = invited ?? kept?.join_secret ?? null;
        // Another invitation than last time is another try, and a wrong one must not pass on the strength of the first.
        this.#kept = kept?.join_secret === this.#secret ? kept : null;
    }

    /** Calls with a token; once more with a new one when the server does not accept the first. */
    async call<T>(run: (token: string) => Promise<T>): Promise<T> {
        const { token } = await this.#current();
        try {
            return await run(token);
        } catch (error) {
            if (!Problem.is(error, 'unauthenticated')) throw error;
            if (this.#kept?.token === token) this.#kept = null;
            return run((await this.#current()).token);
        }
    }

    async #current(): Promise<Kept> {
        if (this.#kept && Date.parse(this.#kept.expires_at) > this.#now() + 60_000) return this.#kept;
        this.#joining ??= this.#join().finally(() => (this.#joining = null));
        return this.#joining;
    }

    async #join(): Promise<Kept> {
        const session = await answer(
            this.#api.POST('/api/gallery/{slug}/sessions', {
                params: { path: { slug: this.#slug } },
                body: this.#secret === null ? {} : { join_secret: this.#secret },
            }),
        );
        this.#kept = { token: session.token, expires_at: session.expires_at, join_secret: this.#secret };
        try {
            this.#memory.setItem(this.#key, JSON.stringify(this.#kept));
        } catch {
            // See Memory.
        }
        return this.#kept;
    }

    #recall(): Kept | null {
        try {
            return JSON.parse(this.#memory.getItem(this.#key) ?? 'null') as Kept | null;
        } catch {
            return null;
        }
    }

    get #key(): string {
        return `kilat:session:${this.#slug}`;
    }
}
