import { GalleryStore, type GalleryServer, type GalleryView } from '../src/lib/gallery-store';
import type { Ports, Socket } from '../src/lib/ports';
import { Problem } from '../src/lib/problem';
import type { Frame, Like, Page } from '../src/lib/types';
import { CommentList, type CommentsView } from '../src/lib/comment-list';
import { Likes } from '../src/lib/likes';
import { LogServer } from './log-server';

/** A call on its way: each step is one that can be overtaken by anything else. */
interface Call {
    step(): boolean;
    fail(): void;
}

class FakeSocket implements Socket {
    onopen: (() => void) | null = null;
    onmessage: ((message: { data: unknown }) => void) | null = null;
    onclose: (() => void) | null = null;
    state: 'connecting' | 'open' | 'closed' = 'connecting';
    sent: string[] = [];
    send(text: string): void {
        this.sent.push(text);
    }
    close(): void {
        this.state = 'closed';
    }
}

/** One guest's store, and everything between it and a server: calls, sockets, frames and timers, moved only by the test. */
export class World {
    server = new LogServer();
    calls: Call[] = [];
    sockets: FakeSocket[] = [];
    frames: { socket: FakeSocket; frame: Frame }[] = [];
    timers: { ms: number; run: () => void }[] = [];
    limit = 2;
    view!: GalleryView;
    /** Each list of photos that a guest was shown. */
    seen: GalleryView[] = [];
    store: GalleryStore;
    likes: Likes;
    liked: ReadonlySet<string> = new Set();
    comments: CommentList | null = null;
    commentsView: CommentsView | null = null;
    #ports: Ports;

    constructor() {
        const server: GalleryServer = {
            summary: () => this.#call([() => this.server.summary()]),
            page: (before) => {
                let cursor: string;
                return this.#call<Page>([
                    () => (cursor = this.server.cursor),
                    () => this.server.page(cursor, before, this.limit),
                ]);
            },
            delta: (since) => this.#call([() => this.server.delta(since, this.limit)]),
            photo: (id) => this.#call([() => this.server.photo(id)]),
            liveUrl: () => this.#call([() => 'wss://kilat.test/live?ticket=t']),
        };
        this.#ports = {
            random: () => 0.5,
            after: (ms, run) => {
                const timer = { ms, run };
                this.timers.push(timer);
                return () => void (this.timers = this.timers.filter((t) => t !== timer));
            },
            openSocket: () => {
                const socket = new FakeSocket();
                this.sockets.push(socket);
                return socket;
            },
        };
        this.store = new GalleryStore('demo', server, this.#ports);
        this.store.onComments((news) => this.comments?.hear(news));
        this.store.subscribe((view) => {
            this.view = view;
            this.seen.push(view);
        });
        const memory = { getItem: () => null, setItem: () => {}, removeItem: () => {} };
        this.likes = new Likes('demo', memory, this.store, (id, liked) => this.#like(id, liked), () => {});
        this.likes.subscribe((liked) => (this.liked = liked));
    }

    /** Sends a committed frame to whoever is connected; it arrives when the test says, if at all. */
    broadcast(frame: Frame | null): void {
        if (frame) for (const socket of this.open()) this.frames.push({ socket, frame });
    }

    open(): FakeSocket[] {
        return this.sockets.filter((s) => s.state === 'open');
    }

    /** The guest opens a photo's comments. */
    openComments(pick: number): void {
        const photo = this.view.photos[pick % Math.max(1, this.view.photos.length)];
        if (!photo) return;
        this.comments?.close();
        this.comments = new CommentList(photo.photo_id, () => this.#call([() => this.server.comments(photo.photo_id)]), this.#ports);
        this.comments.subscribe((view) => (this.commentsView = view));
    }

    like(pick: number): void {
        const photo = this.view.photos[pick % Math.max(1, this.view.photos.length)];
        if (photo) this.likes.toggle(photo.photo_id);
    }

    #like(id: string, liked: boolean): Promise<Like> {
        return this.#call<Like>([
            () => {
                const { answer, frame } = this.server.likeAs(id, liked);
                this.broadcast(frame);
                return answer;
            },
        ]);
    }

    async stepCall(pick: number): Promise<void> {
        const call = this.calls[pick % Math.max(1, this.calls.length)];
        if (call?.step()) this.calls = this.calls.filter((c) => c !== call);
        await settle();
    }

    async failCall(pick: number): Promise<void> {
        const [call] = this.calls.splice(pick % Math.max(1, this.calls.length), 1);
        call?.fail();
        await settle();
    }

    async openSocket(pick: number): Promise<void> {
        const waiting = this.sockets.filter((s) => s.state === 'connecting');
        const socket = waiting[pick % Math.max(1, waiting.length)];
        if (!socket) return;
        socket.state = 'open';
        socket.onopen?.();
        await settle();
    }

    async closeSocket(pick: number): Promise<void> {
        const live = this.sockets.filter((s) => s.state !== 'closed');
        const socket = live[pick % Math.max(1, live.length)];
        if (!socket) return;
        socket.state = 'closed';
        socket.onclose?.();
        await settle();
    }

    async deliver(pick: number, keep = false): Promise<void> {
        const at = pick % Math.max(1, this.frames.length);
        const found = this.frames[at];
        if (!found) return;
        if (!keep) this.frames.splice(at, 1);
        found.socket.onmessage?.({ data: JSON.stringify(found.frame) });
        await settle();
    }

    async fire(pick: number): Promise<void> {
        const [timer] = this.timers.splice(pick % Math.max(1, this.timers.length), 1);
        timer?.run();
        await settle();
    }

    /** Nothing is held back any more, and nothing new happens. */
    async calm(): Promise<void> {
        for (let round = 0; round < 2000; round++) {
            if (this.calls.length) await this.stepCall(0);
            else if (this.sockets.some((s) => s.state === 'connecting')) await this.openSocket(0);
            else if (this.frames.length) await this.deliver(0);
            else if (!this.open().length || this.view.phase === 'starting') await this.fire(0);
            else if (this.#retry() >= 0) await this.fire(this.#retry());
            else return;
        }
        throw new Error('The store does not come to rest.');
    }

    #retry(): number {
        return this.timers.findIndex(({ ms }) => ms < 30_000);
    }

    /** The guest scrolls to the end. */
    async readAll(): Promise<void> {
        while (this.view.hasMore) {
            void this.store.loadMore();
            await this.calm();
        }
    }

    #call<T>(steps: (() => unknown)[]): Promise<T> {
        return new Promise<T>((resolve, reject) => {
            let result: unknown;
            const rest = [...steps];
            this.calls.push({
                step() {
                    const next = rest.shift();
                    if (!next) {
                        resolve(result as T);
                        return true;
                    }
                    try {
                        result = next();
                    } catch (problem) {
                        reject(problem as Error);
                        return true;
                    }
                    return false;
                },
                fail: () => reject(new Problem(0, 'unreachable', 'test')),
            });
        });
    }
}

/** Lets every promise that can go on do so. */
export function settle(): Promise<void> {
    return new Promise((done) => setImmediate(done));
}
