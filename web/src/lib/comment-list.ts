import { backoff } from './backoff';
import type { CommentNews } from './gallery-model';
import type { Ports } from './ports';
import type { Comment } from './types';

export interface CommentsView {
    readonly state: 'loading' | 'ready' | 'failed';
    /** Oldest first. */
    readonly comments: readonly Comment[];
}

/** The comments of the photo that is open: read once, then followed; read again whenever they may have changed in a way that no event tells. */
export class CommentList {
    readonly photoId: string;
    #ask: () => Promise<readonly Comment[]>;
    #ports: Ports;
    #listeners = new Set<(view: CommentsView) => void>();
    #view: CommentsView = { state: 'loading', comments: [] };
    /** In the log's order. */
    #known: readonly Comment[] = [];
    /** This guest's own, answered before the log told of them. */
    #own: readonly Comment[] = [];
    /** Told while the list was being read: the answer may not have them yet. */
    #meanwhile: Comment[] = [];
    #ownMeanwhile: Comment[] = [];
    #reading = false;
    #again = false;
    #failures = 0;
    #closed = false;
    #cancelRetry = (): void => {};

    constructor(photoId: string, ask: () => Promise<readonly Comment[]>, ports: Ports) {
        this.photoId = photoId;
        this.#ask = ask;
        this.#ports = ports;
        this.refresh();
    }

    subscribe(listener: (view: CommentsView) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#view);
        return () => this.#listeners.delete(listener);
    }

    close(): void {
        this.#closed = true;
        this.#listeners.clear();
        this.#cancelRetry();
    }

    hear({ photo_id, comment }: CommentNews): void {
        if (photo_id !== null && photo_id !== this.photoId) return;
        if (comment === null) return this.refresh();
        if (this.#reading) this.#meanwhile.push(comment);
        this.#known = joined(this.#known, [comment]);
        this.#show();
    }

    /** The server has taken this guest's comment; where it stands among others the log tells. */
    sent(comment: Comment): void {
        if (this.#reading) this.#ownMeanwhile.push(comment);
        this.#own = [...this.#own, comment];
        this.#show();
    }

    refresh(): void {
        this.#again = true;
        if (this.#reading || this.#closed) return;
        this.#cancelRetry();
        this.#again = false;
        this.#reading = true;
        this.#meanwhile = [];
        this.#ownMeanwhile = [];
        void this.#ask().then(
            (comments) => this.#read(comments),
            () => this.#failed(),
        );
    }

    #read(comments: readonly Comment[]): void {
        this.#reading = false;
        this.#failures = 0;
        this.#known = joined(comments, this.#meanwhile);
        // What was sent before the question and is not in the answer, somebody has taken away.
        this.#own = this.#ownMeanwhile;
        this.#view = { ...this.#view, state: 'ready' };
        this.#show();
        if (this.#again) this.refresh();
    }

    #failed(): void {
        this.#reading = false;
        if (this.#closed) return;
        if (this.#view.state === 'loading') this.#view = { ...this.#view, state: 'failed' };
        this.#show();
        this.#cancelRetry = this.#ports.after(1000 + backoff(this.#failures++, this.#ports.random), () => this.refresh());
    }

    #show(): void {
        this.#view = { ...this.#view, comments: joined(this.#known, this.#own) };
        for (const listener of this.#listeners) listener(this.#view);
    }
}

function joined(comments: readonly Comment[], more: readonly Comment[]): readonly Comment[] {
    const ids = new Set(comments.map(({ id }) => id));
    return [...comments, ...more.filter(({ id }) => !ids.has(id) && ids.add(id))];
}
