import { answer, type Api } from './api';
import { keep, lasts, recall, type Kept, type Memory } from './kept-session';
import { Problem } from './problem';
import type { Session } from './types';

/** A guest's token for one event, kept for the next visit and replaced by itself when it ends. */
export class GuestSession {
    #api: Api;
    #slug: string;
    #memory: Memory;
    #now: () => number;
    #first: Promise<Session | null> | null;
    #secret: string | null;
    #kept: Kept | null;
    #joining: Promise<Kept> | null = null;

    /**
     * @param fragment of the page's address
     * @param first a session that was asked for already; when it does not come, another is asked for
     */
    constructor(api: Api, slug: string, fragment: string, memory: Memory, now: () => number, first: Promise<Session | null> | null = null) {
        this.#api = api;
        this.#slug = slug;
        this.#memory = memory;
        this.#now = now;
        this.#first = first;
        const { kept, secret } = recall(slug, fragment, memory);
        this.#kept = kept;
        this.#secret = secret;
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
        if (this.#kept && lasts(this.#kept, this.#now())) return this.#kept;
        this.#joining ??= this.#join().finally(() => (this.#joining = null));
        return this.#joining;
    }

    async #join(): Promise<Kept> {
        const first = await this.#first;
        this.#first = null;
        const session = first ?? (await this.#ask());
        this.#kept = { token: session.token, expires_at: session.expires_at, join_secret: this.#secret };
        keep(this.#slug, this.#kept, this.#memory);
        return this.#kept;
    }

    #ask(): Promise<Session> {
        const body = this.#secret === null ? {} : { join_secret: this.#secret };
        return answer(this.#api.POST('/api/gallery/{slug}/sessions', { params: { path: { slug: this.#slug } }, body }));
    }
}
