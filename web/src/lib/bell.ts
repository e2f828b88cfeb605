import type { Memory } from './kept-session';
import type { Comment, ModeratedComment } from './types';

export interface BellCalls {
    comments(): Promise<ModeratedComment[]>;
    hide(comment: ModeratedComment, hidden: boolean): Promise<ModeratedComment>;
    remove(comment: ModeratedComment): Promise<void>;
}

export interface BellView {
    /** Newest first. */
    readonly comments: readonly ModeratedComment[];
    /** Since the list was last looked at, on this device. */
    readonly unread: number;
}

const MOST = 100;

/** What guests of one event have written: what the server lists, and what is pushed meanwhile. */
export class Bell {
    #key: string;
    #calls: BellCalls;
    #memory: Memory;
    #comments = new Map<string, ModeratedComment>();
    /** Of photos that were opened, beyond the latest that the server lists. */
    #older = new Map<string, ModeratedComment>();
    /** Pushed while a list was on its way, which may be older than they are. */
    #fresh = new Set<string>();
    #seen: number;
    #listeners = new Set<(view: BellView) => void>();

    constructor(slug: string, calls: BellCalls, memory: Memory) {
        this.#key = `kilat:bell:${slug}`;
        this.#calls = calls;
        this.#memory = memory;
        this.#seen = Number(memory.getItem(this.#key) ?? 0);
    }

    subscribe(listener: (view: BellView) => void): () => void {
        this.#listeners.add(listener);
        listener(this.view);
        return () => this.#listeners.delete(listener);
    }

    get view(): BellView {
        const comments = [...this.#comments.values()].sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at)).slice(0, MOST);
        return { comments, unread: comments.filter((c) => !c.hidden && Date.parse(c.created_at) > this.#seen).length };
    }

    /** Of one photo, oldest first; `_view` only says when to look again. */
    of(photoId: string, _view: BellView): ModeratedComment[] {
        const all = new Map([...this.#older, ...this.#comments]);
        return [...all.values()].filter(({ photo_id }) => photo_id === photoId).sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
    }

    older(comments: readonly Comment[]): void {
        for (const comment of comments) if (!this.#comments.has(comment.id)) this.#older.set(comment.id, { ...comment, hidden: false });
        this.#tell();
    }

    async load(): Promise<void> {
        this.#fresh.clear();
        const listed = await this.#calls.comments();
        const fresh = [...this.#fresh].flatMap((id) => this.#comments.get(id) ?? []);
        this.#comments = new Map([...fresh, ...listed].map((comment) => [comment.id, comment]));
        this.#tell();
    }

    pushed(comment: Comment): void {
        if (this.#comments.has(comment.id)) return;
        this.#fresh.add(comment.id);
        this.#comments.set(comment.id, { ...comment, hidden: false });
        this.#tell();
    }

    /** Somebody looks at the list. */
    looked(): void {
        const [newest] = this.view.comments;
        if (!newest || Date.parse(newest.created_at) <= this.#seen) return;
        this.#seen = Date.parse(newest.created_at);
        try {
            this.#memory.setItem(this.#key, String(this.#seen));
        } catch {
            // Private windows refuse storage; then it counts from this page's opening on.
        }
        this.#tell();
    }

    async hide(comment: ModeratedComment, hidden: boolean): Promise<void> {
        const changed = await this.#calls.hide(comment, hidden);
        (this.#comments.has(comment.id) ? this.#comments : this.#older).set(comment.id, changed);
        this.#tell();
    }

    async remove(comment: ModeratedComment): Promise<void> {
        await this.#calls.remove(comment);
        this.#comments.delete(comment.id);
        this.#older.delete(comment.id);
        this.#fresh.delete(comment.id);
        this.#tell();
    }

    #tell(): void {
        for (const listener of this.#listeners) listener(this.view);
    }
}
