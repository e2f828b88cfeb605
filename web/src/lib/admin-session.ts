import { answer, type Api } from './api';
import type { Memory } from './kept-session';
import { Problem } from './problem';

const KEY = 'kilat:admin';
const NAME = 'kilat:admin-name';

/** The admin's hour: a token, and who wants to know when it begins or ends. */
export class AdminSession {
    #api: Api;
    #memory: Memory;
    #token: string | null;
    #listeners = new Set<(loggedIn: boolean) => void>();

    constructor(api: Api, memory: Memory) {
        this.#api = api;
        this.#memory = memory;
        this.#token = memory.getItem(KEY);
    }

    subscribe(listener: (loggedIn: boolean) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#token !== null);
        return () => this.#listeners.delete(listener);
    }

    /** Under which the server knows this admin, as in `uploaded_by`. */
    get username(): string {
        return this.#memory.getItem(NAME) ?? '';
    }

    async login(username: string, password: string): Promise<void> {
        const { token } = await answer(this.#api.POST('/api/auth/login', { body: { username, password } }));
        this.#memory.setItem(NAME, username);
        this.#become(token);
    }

    logout(): void {
        this.#become(null);
    }

    /** Calls with the token; when the server no longer accepts it, that is the end of the session. */
    async call<T>(run: (token: string) => Promise<T>): Promise<T> {
        const token = this.#token;
        if (token === null) throw new Problem(401, 'unauthenticated', '');
        try {
            return await run(token);
        } catch (error) {
            if (Problem.is(error, 'unauthenticated') && this.#token === token) this.#become(null);
            throw error;
        }
    }

    #become(token: string | null): void {
        this.#token = token;
        if (token === null) this.#memory.removeItem(KEY);
        else this.#memory.setItem(KEY, token);
        for (const listener of this.#listeners) listener(token !== null);
    }
}
