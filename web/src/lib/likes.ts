import type { Memory } from './kept-session';
import { Problem } from './problem';
import type { Like } from './types';

export const likesKey = (slug: string): string => `kilat:likes:${slug}`;

/** The part of a gallery's store that shows likes. */
export interface LikeCounter {
    hopeLike(id: string, liked: boolean | null): void;
    countLike(id: string, call: () => Promise<number>): Promise<void>;
}

/**
 * A guest's own likes of one event: shown at once, sent one after the other, taken back when the server refuses. The server tells of a
 * like only in the answer to it, so they are remembered here.
 */
export class Likes {
    #key: string;
    #memory: Memory;
    #counter: LikeCounter;
    #call: (id: string, liked: boolean) => Promise<Like>;
    #trouble: (problem: Problem) => void;
    /** As the server last answered. */
    #counted: Set<string>;
    #wishes = new Map<string, boolean>();
    #listeners = new Set<(liked: ReadonlySet<string>) => void>();

    constructor(
        slug: string,
        memory: Memory,
        counter: LikeCounter,
        call: (id: string, liked: boolean) => Promise<Like>,
        trouble: (problem: Problem) => void,
    ) {
        this.#key = likesKey(slug);
        this.#memory = memory;
        this.#counter = counter;
        this.#call = call;
        this.#trouble = trouble;
        this.#counted = new Set(this.#recall());
    }

    subscribe(listener: (liked: ReadonlySet<string>) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#liked);
        return () => this.#listeners.delete(listener);
    }

    /** Another tab of this guest has liked something, or taken it back. */
    recall(): void {
        this.#counted = new Set(this.#recall());
        this.#tell();
    }

    toggle(id: string): void {
        this.set(id, !this.#liked.has(id));
    }

    set(id: string, liked: boolean): void {
        if (this.#liked.has(id) === liked) return;
        const sending = this.#wishes.has(id);
        this.#wishes.set(id, liked);
        this.#counter.hopeLike(id, this.#counted.has(id) === liked ? null : liked);
        this.#tell();
        if (!sending) void this.#send(id);
    }

    /** Sends what the guest wishes, until nothing else is wished. */
    async #send(id: string): Promise<void> {
        try {
            for (let wish = this.#wishes.get(id)!; wish !== this.#counted.has(id); wish = this.#wishes.get(id)!) {
                await this.#counter.countLike(id, async () => {
                    const answer = await this.#call(id, wish);
                    this.#remember(id, answer.liked);
                    return answer.like_count;
                });
                const next = this.#wishes.get(id)!;
                if (next !== this.#counted.has(id)) {
                    // An answer that is not what was asked for would be asked for without end.
                    if (next === wish) break;
                    this.#counter.hopeLike(id, next);
                }
            }
        } catch (error) {
            this.#trouble(error instanceof Problem ? error : Problem.unreachable(error));
        }
        this.#wishes.delete(id);
        this.#tell();
    }

    get #liked(): ReadonlySet<string> {
        const liked = new Set(this.#counted);
        for (const [id, wish] of this.#wishes) {
            if (wish) liked.add(id);
            else liked.delete(id);
        }
        return liked;
    }

    #remember(id: string, liked: boolean): void {
        // Another tab may have added some.
        this.#counted = new Set([...this.#counted, ...this.#recall()]);
        if (liked) this.#counted.add(id);
        else this.#counted.delete(id);
        try {
            this.#memory.setItem(this.#key, JSON.stringify([...this.#counted]));
        } catch {
            // Private windows refuse storage; then likes are remembered as long as the page.
        }
    }

    #recall(): string[] {
        try {
            const found: unknown = JSON.parse(this.#memory.getItem(this.#key) ?? '[]');
            return Array.isArray(found) ? found.filter((id) => typeof id === 'string') : [];
        } catch {
            return [];
        }
    }

    #tell(): void {
        for (const listener of this.#listeners) listener(this.#liked);
    }
}
