import { CommentList } from './comment-list';
import { CommentOutbox } from './comment-outbox';
import type { GalleryStore } from './gallery-store';
import { Likes, likesKey } from './likes';
import { browserPorts } from './ports';
import type { Problem } from './problem';
import type { SocialServer } from './social-server';

/** What a guest does with photos besides looking at them. Lives as long as the page, for a comment may still be on its way. */
export class Social {
    readonly likes: Likes;
    readonly outbox: CommentOutbox;
    /** Told of a like that was not counted. */
    ontrouble: (problem: Problem) => void = () => {};
    #server: SocialServer;
    #open: CommentList | null = null;

    constructor(slug: string, store: GalleryStore, server: SocialServer, memory: Storage) {
        this.#server = server;
        this.likes = new Likes(slug, memory, store, server.like, (problem) => this.ontrouble(problem));
        this.outbox = new CommentOutbox(slug, memory, server.comment, browserPorts, Date.now, (comment) => {
            if (this.#open?.photoId === comment.photo_id) this.#open.sent(comment);
        });
        store.onComments((news) => this.#open?.hear(news));
        addEventListener('storage', ({ key }) => (key === null || key === likesKey(slug)) && this.likes.recall());
        addEventListener('online', () => this.outbox.wake());
        document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.outbox.wake());
        this.outbox.start();
    }

    /** The comments of one photo, followed until another's are opened. */
    comments(photoId: string): CommentList {
        this.#open?.close();
        this.#open = new CommentList(photoId, () => this.#server.comments(photoId), browserPorts);
        return this.#open;
    }

    closeComments(): void {
        this.#open?.close();
        this.#open = null;
    }
}
