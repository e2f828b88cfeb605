import { backoff } from './backoff';
import type { Ports } from './ports';
import { Problem } from './problem';
import type { Comment, NewComment } from './types';

/** A comment on its way, or one that will not get there: `refused` for what it says, `gone` with its photo. */
export interface Outgoing {
    readonly id: string;
    readonly photo_id: string;
    readonly author_name: string | null;
    readonly content: string;
    readonly state: 'sending' | 'refused' | 'gone';
}

export interface Post {
    (photoId: string, comment: NewComment): Promise<Comment>;
}

/**
 * Comments that the server has not confirmed. Each has its id from the start and is sent with it until an answer comes: after failures,
 * offline times and reloads, in the order they were written. Each lies under a key of its own, so that two tabs never overwrite one
 * another's; the id keeps what both send from being there twice.
 */
export class CommentOutbox {
    #prefix: string;
    #memory: Storage;
    #post: Post;
    #ports: Ports;
    #sent: (comment: Comment) => void;
    #entries: readonly Outgoing[] = [];
    #listeners = new Set<(entries: readonly Outgoing[]) => void>();
    #posting = false;
    #resting: (() => void) | null = null;
    /** A server that asked to be left alone still is when the network comes back. */
    #asked = false;
    #failures = 0;
    #stopped = false;
    /** Ids that lie in the memory: one that no longer does, another tab has sent or taken back. */
    #kept = new Set<string>();
    #now: () => number;
    #last = 0;

    constructor(slug: string, memory: Storage, post: Post, ports: Ports, now: () => number, sent: (comment: Comment) => void) {
        this.#prefix = `kilat:outbox:${slug}:`;
        this.#memory = memory;
        this.#post = post;
        this.#ports = ports;
        this.#now = now;
        this.#sent = sent;
    }

    subscribe(listener: (entries: readonly Outgoing[]) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#entries);
        return () => this.#listeners.delete(listener);
    }

    /** Goes on with what an earlier visit left. */
    start(): void {
        this.#entries = this.#recall();
        this.#tell();
        void this.#pump();
    }

    stop(): void {
        this.#stopped = true;
        this.#resting?.();
    }

    send(id: string, photo_id: string, author_name: string | null, content: string): void {
        const entry: Outgoing = { id, photo_id, author_name, content, state: 'sending' };
        this.#keep(entry);
        this.#entries = [...this.#entries, entry];
        this.#tell();
        void this.#pump();
    }

    /** Forgets one, and says what it said. */
    takeBack(id: string): string {
        const content = this.#entries.find((entry) => entry.id === id)?.content ?? '';
        this.#drop(id);
        return content;
    }

    /** The network is back: do not wait for a timer to find out. */
    wake(): void {
        if (this.#resting && !this.#asked) this.#rested();
    }

    async #pump(): Promise<void> {
        const next = this.#entries.find(({ state }) => state === 'sending');
        if (!next || this.#posting || this.#resting || this.#stopped) return;
        this.#posting = true;
        try {
            if (this.#gone(next)) this.#drop(next.id);
            else await this.#deliver(next);
        } finally {
            this.#posting = false;
        }
        void this.#pump();
    }

    async #deliver(entry: Outgoing): Promise<void> {
        const { id, photo_id, author_name, content } = entry;
        try {
            const comment = await this.#post(photo_id, { id, author_name, content });
            this.#failures = 0;
            this.#sent(comment);
            this.#drop(id);
        } catch (error) {
            const problem = error instanceof Problem ? error : Problem.unreachable(error);
            if ([400, 413, 422].includes(problem.status)) this.#end(entry, 'refused');
            else if (problem.status === 404) this.#end(entry, 'gone');
            else if (problem.status === 429) this.#rest((problem.retryAfter ?? 10) * 1000, true);
            else this.#rest(1000 + backoff(this.#failures++, this.#ports.random), false);
        }
    }

    #end(entry: Outgoing, state: 'refused' | 'gone'): void {
        const ended = { ...entry, state };
        this.#keep(ended);
        this.#entries = this.#entries.map((each) => (each.id === entry.id ? ended : each));
        this.#tell();
    }

    #rest(ms: number, asked: boolean): void {
        this.#asked = asked;
        this.#resting = this.#ports.after(ms, () => this.#rested());
    }

    #rested(): void {
        this.#resting?.();
        this.#resting = null;
        void this.#pump();
    }

    #drop(id: string): void {
        try {
            this.#memory.removeItem(this.#prefix + id);
        } catch {
            // See #keep.
        }
        this.#entries = this.#entries.filter((entry) => entry.id !== id);
        this.#tell();
    }

    #keep(entry: Outgoing): void {
        try {
            this.#last = Math.max(this.#last + 1, this.#now());
            this.#memory.setItem(this.#prefix + entry.id, JSON.stringify({ ...entry, at: this.#last }));
            this.#kept.add(entry.id);
        } catch {
            // Private windows refuse storage; then a comment waits as long as the page.
        }
    }

    #gone(entry: Outgoing): boolean {
        try {
            return this.#kept.has(entry.id) && this.#memory.getItem(this.#prefix + entry.id) === null;
        } catch {
            return false;
        }
    }

    #recall(): Outgoing[] {
        const found: (Outgoing & { at: number })[] = [];
        try {
            for (let i = 0; i < this.#memory.length; i++) {
                const key = this.#memory.key(i)!;
                if (key.startsWith(this.#prefix)) found.push(JSON.parse(this.#memory.getItem(key)!) as Outgoing & { at: number });
            }
        } catch {
            // What cannot be read cannot be sent.
        }
        for (const { id } of found) this.#kept.add(id);
        return found.sort((a, b) => a.at - b.at).map(({ at: _, ...entry }) => entry);
    }

    #tell(): void {
        for (const listener of this.#listeners) listener(this.#entries);
    }
}
