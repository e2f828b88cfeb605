import type { GalleryModel } from './gallery-model';
import type { GalleryServer } from './gallery-store';
import type { Ports } from './ports';
import { Problem } from './problem';

const PAUSE = 4000;
const LONGEST = 28_000;
/** So many photos at most are asked for their likes after a gap, and so many by themselves. */
const LIKES = 200;
const SINGLES = 20;

interface Work {
    model(): GalleryModel | null;
    /** Something was learned. */
    changed(): void;
    /** Asks for the delta. */
    sync(): void;
}

/**
 * Reads once more, unhurried, what a page cannot know for certain from what it was pushed: the likes after a gap, for they are not in the
 * log, and the counts of photos that changed while they were read.
 */
export class QuietReads {
    #server: GalleryServer;
    #ports: Ports;
    #work: Work;
    #cancel: (() => void) | null = null;
    #reading = false;
    #rounds = 0;
    #likesMissed = false;
    #view = { newest: Infinity, oldest: Infinity };

    constructor(server: GalleryServer, ports: Ports, work: Work) {
        this.#server = server;
        this.#ports = ports;
        this.#work = work;
    }

    /** The seqs of the photos around the screen. */
    look(newest: number, oldest: number): void {
        this.#view = { newest, oldest };
    }

    /** Likes may have been pushed while nobody listened. */
    missed(within: number): void {
        this.#likesMissed = true;
        this.stop();
        this.#rounds = 0;
        this.#later(within * this.#ports.random());
    }

    /** While nothing is pushed, likes are asked for as often as the log. */
    poll(): void {
        this.#likesMissed = true;
        void this.read();
    }

    /** Comes back to what is left, if anything is. */
    ifNeeded(): void {
        if (!this.#needed) this.#rounds = 0;
        else if (!this.#cancel && !this.#reading) {
            this.#later(Math.min(LONGEST, PAUSE * (0.5 + this.#ports.random()) * 2 ** this.#rounds++));
        }
    }

    stop(): void {
        this.#cancel?.();
        this.#cancel = null;
    }

    async read(): Promise<void> {
        const model = this.#work.model();
        if (!model || this.#reading) return;
        this.#reading = true;
        try {
            if (this.#likesMissed) await this.#readLikes(model);
            for (const id of model.doubted.slice(0, SINGLES)) await this.#readPhoto(model, id);
        } catch {
            // What is left is asked for again.
        } finally {
            this.#reading = false;
        }
        if (model.unsure) this.#work.sync();
        this.#work.changed();
    }

    get #needed(): boolean {
        const model = this.#work.model();
        return this.#likesMissed || (model !== null && (model.unsure || model.doubted.length > 0));
    }

    #later(ms: number): void {
        this.#cancel = this.#ports.after(ms, () => {
            this.#cancel = null;
            void this.read();
        });
    }

    async #readLikes(model: GalleryModel): Promise<void> {
        this.#likesMissed = false;
        try {
            let before = model.pageOf(this.#view.newest);
            for (let read = 0; ; ) {
                const asked = model.asking();
                const page = await this.#server.page(before);
                // Another epoch is found out by whoever asks for the delta.
                if (!page.cursor.startsWith(`${model.epoch}.`)) return;
                model.addLikes(page.photos, asked);
                read += page.photos.length;
                before = page.before;
                const reached = (page.photos.at(-1)?.seq ?? 0) <= this.#view.oldest;
                if (before === null || reached || read + page.photos.length > LIKES) return;
            }
        } catch (error) {
            this.#likesMissed = true;
            throw error;
        }
    }

    async #readPhoto(model: GalleryModel, id: string): Promise<void> {
        const asked = model.asking();
        try {
            model.addPhoto(await this.#server.photo(id), asked);
        } catch (error) {
            if (!Problem.is(error, 'not-found')) throw error;
            model.forgetDoubt(id);
        }
    }
}
