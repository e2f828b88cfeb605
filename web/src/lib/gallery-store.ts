import { backoff } from './backoff';
import { parseCursor } from './cursor';
import { GalleryModel, type CommentNews } from './gallery-model';
import { LiveLink } from './live-link';
import type { Ports } from './ports';
import { Problem } from './problem';
import { QuietReads } from './quiet-reads';
import type { Delta, EventInfo, Frame, Page, Photo, Summary } from './types';

/** The calls a gallery lives on. They reject with a {@link Problem}. */
export interface GalleryServer {
    summary(): Promise<Summary>;
    page(before: string | null): Promise<Page>;
    delta(since: string): Promise<Delta>;
    photo(id: string): Promise<Photo>;
    /** A WebSocket URL with a ticket that lives for a minute. */
    liveUrl(): Promise<string>;
}

export interface GalleryView {
    readonly phase: 'starting' | 'ready' | 'not-found';
    readonly live: 'live' | 'reconnecting' | 'offline';
    readonly event: EventInfo | null;
    readonly photos: readonly Photo[];
    readonly count: number;
    readonly hasMore: boolean;
    /** The photo that was asked for by {@link GalleryStore.pin}, on whatever page it is. */
    readonly pinned: Photo | null;
}

const NOTHING: GalleryView = {
    phase: 'starting',
    live: 'reconnecting',
    event: null,
    photos: [],
    count: 0,
    hasMore: false,
    pinned: null,
};

/** Within so many milliseconds likes are read again: soon after a gap, later when the page has only just been opened. */
const AFTER_GAP = 1000;
const AFTER_START = 10_000;

/** Follows one event's gallery: the first page, then what is pushed, with the delta as the truth and polling while nothing can be pushed. */
export class GalleryStore {
    #server: GalleryServer;
    #ports: Ports;
    #link: LiveLink;
    #model: GalleryModel | null = null;
    #view = NOTHING;
    #listeners = new Set<(view: GalleryView) => void>();
    #running = false;
    #networkGone = false;
    #pollSeconds = 30;
    #syncing = false;
    #again = false;
    #failures = 0;
    #otherEpoch: string | null = null;
    /** Late frames of these are no reason to start over. */
    #pastEpochs = new Set<string>();
    #paging: Promise<void> | null = null;
    #quiet: QuietReads;
    #pinned: string | null = null;
    #commentListeners = new Set<(news: CommentNews) => void>();
    #opened = false;
    #cancelRetry = (): void => {};
    #cancelPoll = (): void => {};

    constructor(slug: string, server: GalleryServer, ports: Ports) {
        this.#server = server;
        this.#ports = ports;
        this.#quiet = new QuietReads(server, ports, { model: () => this.#model, changed: () => this.#show(), sync: () => this.#sync() });
        this.#link = new LiveLink(ports, {
            ticket: () => this.#ticket(),
            greeting: JSON.stringify({ action: 'event:join', event_slug: slug }),
            onOpen: () => this.#linkOpened(),
            onDown: () => this.#linkDown(),
            onMessage: (message) => this.#heard(message as Partial<Frame>),
        });
    }

    /** Calls `listener` with the view now and whenever it changes (the contract of Svelte's stores). */
    subscribe(listener: (view: GalleryView) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#view);
        return () => this.#listeners.delete(listener);
    }

    /** Tells of every comment, once or more often, and of photos whose comments have changed otherwise. */
    onComments(listener: (news: CommentNews) => void): () => void {
        this.#commentListeners.add(listener);
        return () => this.#commentListeners.delete(listener);
    }

    start(): void {
        this.#running = true;
        this.#sync();
        this.#link.start();
        this.#pollLater();
    }

    stop(): void {
        this.#running = false;
        this.#link.stop();
        this.#quiet.stop();
        this.#cancelRetry();
        this.#cancelPoll();
    }

    /** The page is visible again, or the network is back. */
    wake(): void {
        if (!this.#running) return;
        this.#networkGone = false;
        this.#link.wake();
        this.#sync();
        if (this.#link.open) this.#quiet.missed(AFTER_GAP);
        this.#show();
    }

    networkLost(): void {
        if (!this.#running) return;
        this.#networkGone = true;
        this.#link.lost();
        this.#show();
    }

    /** Fetches the next older page. Calls while one is on its way share it; failing leaves `hasMore`, to be asked again. */
    loadMore(): Promise<void> {
        this.#paging ??= this.#nextPage().finally(() => (this.#paging = null));
        return this.#paging;
    }

    /** The seqs of the photos around the screen: their likes are looked after first. */
    lookAt(newest: number, oldest: number): void {
        this.#quiet.look(newest, oldest);
    }

    /** Keeps one photo in the view, whatever page it is on. False when there is none for this guest. */
    async pin(id: string | null): Promise<boolean> {
        this.#pinned = id;
        try {
            await this.#readPinned();
            return id === null || this.#model?.photo(id) != null;
        } catch (error) {
            if (Problem.is(error, 'not-found')) return false;
            throw error;
        }
    }

    /** What the guest's own like comes to, before it is counted; null for nothing. */
    hopeLike(id: string, liked: boolean | null): void {
        this.#model?.hopeLike(id, liked);
        this.#show();
    }

    /** Counts a like with a call that answers the new count; what is hoped for is shown until then. */
    async countLike(id: string, call: () => Promise<number>): Promise<void> {
        const model = this.#model;
        const asked = model?.asking();
        try {
            const count = await call();
            if (model && asked) model.likeCounted(id, count, asked);
            if (model !== this.#model) this.#model?.doubt(id);
        } catch (error) {
            this.#model?.hopeLike(id, null);
            throw error;
        } finally {
            this.#show();
        }
    }

    async #readPinned(): Promise<void> {
        const model = this.#model;
        const id = this.#pinned;
        if (model && id !== null && model.photo(id) === undefined) {
            const asked = model.asking();
            model.addPhoto(await this.#server.photo(id), asked);
        }
        this.#show();
    }

    async #nextPage(): Promise<void> {
        const model = this.#model;
        if (!model?.before) return;
        try {
            const asked = model.asking();
            const page = await this.#server.page(model.before);
            if (model !== this.#model) return;
            const { epoch } = parseCursor(page.cursor);
            if (epoch !== model.epoch) return this.#suspect(epoch);
            model.addPage(page, asked);
            this.#show();
        } catch (error) {
            this.#endIfGone(error);
        }
    }

    async #ticket(): Promise<string> {
        try {
            return await this.#server.liveUrl();
        } catch (error) {
            this.#endIfGone(error);
            throw error;
        }
    }

    #linkOpened(): void {
        this.#networkGone = false;
        this.#cancelPoll();
        this.#sync();
        this.#quiet.missed(this.#opened ? AFTER_GAP : AFTER_START);
        this.#opened = true;
        this.#show();
    }

    #linkDown(): void {
        this.#quiet.stop();
        this.#pollLater();
        this.#show();
    }

    #heard(message: Partial<Frame>): void {
        if (typeof message.epoch !== 'string') return;
        if (message.type === 'batch:events') this.#take(message as Frame);
        else if (message.type === 'joined') this.#take({ ...(message as Frame), events: [] });
    }

    #take(frame: Frame): void {
        if (!this.#model) {
            this.#again = true;
        } else if (!this.#model.addFrame(frame)) {
            this.#suspect(frame.epoch);
        } else {
            if (this.#model.behind) this.#sync();
            this.#show();
        }
    }

    #suspect(epoch: string): void {
        if (this.#pastEpochs.has(epoch)) return;
        this.#otherEpoch = epoch;
        this.#sync();
    }

    /** Brings the model up to the server's head. One at a time: a call meanwhile makes the running one go round again. */
    #sync(): void {
        this.#again = true;
        if (this.#syncing || !this.#running) return;
        this.#cancelRetry();
        this.#syncing = true;
        void this.#catchUp()
            .then(
                () => {
                    this.#failures = 0;
                    return this.#model?.behind ?? false;
                },
                (error: unknown) => !this.#endIfGone(error),
            )
            .then((unfinished) => {
                this.#syncing = false;
                if (this.#again) this.#sync();
                else if (unfinished) this.#retryLater();
                this.#show();
            });
    }

    async #catchUp(): Promise<void> {
        while (this.#again && this.#running) {
            this.#again = false;
            if (this.#model === null) await this.#startOver();
            else if (this.#otherEpoch !== null && this.#otherEpoch !== this.#model.epoch) await this.#startOver();
            else await this.#askDelta(this.#model);
            this.#otherEpoch = null;
            this.#show();
        }
    }

    async #askDelta(model: GalleryModel): Promise<void> {
        let delta: Delta;
        const since = model.cursor;
        const asked = model.asking();
        try {
            delta = await this.#server.delta(since);
        } catch (error) {
            if (Problem.is(error, 'cursor-expired')) return this.#startOver();
            throw error;
        }
        if (parseCursor(delta.cursor).epoch !== model.epoch) return this.#startOver();
        model.addDelta(delta, asked);
        const moved = model.cursor !== since;
        if (delta.more || (moved && model.behind)) this.#again = true;
        if (!this.#again && model.countDoubtful) model.addSummary(await this.#server.summary());
    }

    /** A new model takes the old one's place only when it reaches as far down, so that nobody sees it change. */
    async #startOver(): Promise<void> {
        const [summary, first] = await Promise.all([this.#server.summary(), this.#server.page(null)]);
        const model = new GalleryModel(first);
        while (model.before !== null && !reaches(model, this.#model)) {
            const asked = model.asking();
            model.addPage(await this.#server.page(model.before), asked);
        }
        model.addSummary(summary);
        this.#pollSeconds = summary.poll_seconds;
        if (this.#model && this.#model.epoch !== model.epoch) this.#pastEpochs.add(this.#model.epoch);
        this.#model = model;
        this.#view = { ...this.#view, phase: 'ready', event: summary.event };
        // What was pushed while this was on its way is known to the delta; likes, and where the comments are, are not.
        this.#again = true;
        if (this.#link.open) this.#quiet.missed(AFTER_START);
        void this.#readPinned().catch(() => {});
        this.#tellComments({ photo_id: null, comment: null });
    }

    #retryLater(): void {
        this.#cancelRetry();
        this.#cancelRetry = this.#ports.after(backoff(this.#failures++, this.#ports.random), () => this.#sync());
    }

    #pollLater(): void {
        this.#cancelPoll();
        if (!this.#running) return;
        this.#cancelPoll = this.#ports.after(this.#pollSeconds * 1000 * (1 + this.#ports.random() / 2), () => {
            this.#sync();
            this.#quiet.poll();
            this.#pollLater();
        });
    }

    /** True when the event is not there (or not for this guest), which waiting does not change. */
    #endIfGone(error: unknown): boolean {
        if (!Problem.is(error, 'not-found')) return false;
        this.stop();
        this.#view = { ...NOTHING, phase: 'not-found' };
        this.#tell();
        return true;
    }

    #show(): void {
        if (this.#view.phase === 'not-found') return;
        const model = this.#model;
        const live = this.#link.open ? 'live' : this.#networkGone ? 'offline' : 'reconnecting';
        const next: GalleryView = {
            ...this.#view,
            live,
            photos: model?.photos ?? [],
            count: model?.count ?? 0,
            hasMore: model?.before != null,
            pinned: (this.#pinned !== null && model?.photo(this.#pinned)) || null,
        };
        const same = (Object.keys(next) as (keyof GalleryView)[]).every((key) => next[key] === this.#view[key]);
        this.#view = next;
        if (!same) this.#tell();
        for (const news of model?.takeNews() ?? []) this.#tellComments(news);
        if (this.#link.open) this.#quiet.ifNeeded();
    }

    #tellComments(news: CommentNews): void {
        for (const listener of this.#commentListeners) listener(news);
    }

    #tell(): void {
        for (const listener of this.#listeners) listener(this.#view);
    }
}

function reaches(model: GalleryModel, shown: GalleryModel | null): boolean {
    const oldest = shown?.photos.at(-1)?.seq ?? Infinity;
    return model.photos.some((photo) => photo.seq <= oldest);
}
