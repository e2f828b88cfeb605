import { formatCursor, parseCursor } from './cursor';
import { LikeCounts, type Tick } from './like-counts';
import { PhotoCount } from './photo-count';
import type { Comment, Delta, Frame, GalleryEvent, Page, Photo, Summary } from './types';

/** What is known of one photo: its state (null: deleted) including every change up to `asOf`. */
interface Version {
    readonly asOf: number;
    readonly photo: Photo | null;
    /**
     * Nothing after `asOf` is in it. What was read may hold more than its cursor tells, until a delta that was asked for later has named
     * all that was committed by then.
     */
    readonly sure: boolean;
    readonly learned: Tick;
}

/** When a question was sent: what the model knew then, its answer knows too. */
export interface Asked {
    readonly tick: Tick;
    readonly seq: number;
}

/** What an open list of comments has to hear: one more, or that it has changed in some other way. */
export interface CommentNews {
    /** Null for every photo. */
    readonly photo_id: string | null;
    /** Null for a change that no event tells: read them again. */
    readonly comment: Comment | null;
}

/**
 * The gallery as one guest knows it, within one epoch. Takes pages, deltas and frames in any order, late or twice, and holds each photo
 * once, newest first. Every piece of news carries the sequence number it is complete to, and the more complete news wins; so a page
 * that was on its way while its photo was deleted does not bring it back.
 */
export class GalleryModel {
    readonly epoch: string;
    #seq: number;
    #head: number;
    #before: string | null;
    /** Photos below it wait for their page, so that a list never has holes. */
    #floor = Infinity;
    #versions = new Map<string, Version>();
    #unsure = new Set<string>();
    /** Those whose comments were counted on top of something unsure. */
    #miscounted = new Set<string>();
    #commentedAt = new Map<string, number>();
    /** Where the pages that are here begin. */
    #starts: { before: string | null; newest: number }[] = [];
    #likes = new LikeCounts();
    #tick: Tick = 0;
    #news: CommentNews[] = [];
    /** Events that came before one they follow. */
    #early = new Map<number, GalleryEvent>();
    /** Newest first, as shown. Changes one by one: with thousands of photos, sorting them for each new one would be felt. */
    #sorted: readonly Photo[] | null = null;
    #count: PhotoCount;

    constructor(first: Page) {
        const { epoch, seq } = parseCursor(first.cursor);
        this.epoch = epoch;
        this.#seq = seq;
        this.#head = seq;
        this.#before = first.before;
        this.#count = new PhotoCount(seq);
        this.addPage(first, { tick: 0, seq: 0 });
    }

    /** Everything up to here has been applied, without a hole. */
    get cursor(): string {
        return formatCursor({ epoch: this.epoch, seq: this.#seq });
    }

    /** There is news that only a delta can bring. */
    get behind(): boolean {
        return this.#head > this.#seq;
    }

    /** Where the next older page begins; null when all are here. */
    get before(): string | null {
        return this.#before;
    }

    /** Only a new summary can tell how many there are. */
    get countDoubtful(): boolean {
        return this.#count.doubtful && this.#floor > 0;
    }

    get count(): number {
        return this.#floor > 0 ? this.#count.value : this.photos.filter((p) => p.processing_status !== 'FAILED').length;
    }

    /** Photos whose likes or comments only a new reading can tell. */
    get doubted(): string[] {
        return [...new Set([...this.#miscounted, ...this.#likes.doubted])];
    }

    /** A delta would make sure of what was read. */
    get unsure(): boolean {
        return this.#unsure.size > 0;
    }

    /** Newest first. The same array until something changes. */
    get photos(): readonly Photo[] {
        this.#sorted ??= [...this.#versions.values()]
            .flatMap(({ photo }) => (photo && photo.seq >= this.#floor ? [this.#shown(photo)] : []))
            .sort((a, b) => b.seq - a.seq);
        return this.#sorted;
    }

    /** A photo wherever it is known from; null when it is deleted. */
    photo(id: string): Photo | null | undefined {
        const known = this.#versions.get(id);
        return known?.photo ? this.#shown(known.photo) : known?.photo;
    }

    /** To be called when a question is sent; belongs to its answer. */
    asking(): Asked {
        return { tick: ++this.#tick, seq: this.#seq };
    }

    takeNews(): CommentNews[] {
        return this.#news.splice(0);
    }

    addPage(page: Page, asked: Asked): void {
        const asOf = parseCursor(page.cursor).seq;
        this.#starts.push({ before: this.#starts.length > 0 ? this.#before : null, newest: page.photos[0]?.seq ?? 0 });
        this.#sorted = null;
        for (const photo of page.photos) {
            this.#read(asOf, photo, asked);
            this.#floor = Math.min(this.#floor, photo.seq);
        }
        this.#before = page.before;
        if (page.before === null) this.#floor = 0;
    }

    /** One photo, read by itself; it joins the list when its page comes. */
    addPhoto(photo: Photo, asked: Asked): void {
        this.#read(asked.seq, photo, asked);
    }

    /** Takes only the likes of photos that were read once more. */
    addLikes(photos: readonly Photo[], asked: Asked): void {
        for (const { photo_id, like_count } of photos) {
            if (this.photo(photo_id)) this.#setLikes(photo_id, this.#likes.read(photo_id, like_count, asked.tick));
        }
    }

    /** What asks for the page that this photo is on. */
    pageOf(seq: number): string | null {
        return this.#starts.filter(({ newest }) => newest >= seq).at(-1)?.before ?? null;
    }

    /** Something may have been missed about this photo. */
    doubt(id: string): void {
        this.#likes.doubted.add(id);
    }

    /** A photo that turned out not to be there any more; the log tells the rest. */
    forgetDoubt(id: string): void {
        this.#miscounted.delete(id);
        this.#likes.doubted.delete(id);
    }

    /** Photos on pages that are not here yet count as well, so the count starts from the server's. */
    addSummary(summary: Summary): void {
        const { epoch, seq } = parseCursor(summary.cursor);
        if (epoch === this.epoch) this.#count.counted(summary.photo_count, seq);
    }

    addDelta(delta: Delta, asked: Asked): void {
        const to = parseCursor(delta.cursor).seq;
        const named = new Set(delta.deleted);
        if (delta.photos.length > 3) this.#sorted = null;
        for (const photo of delta.photos) {
            if (photo.seq > this.#seq) this.#count.change(photo.seq, +1);
            else this.#count.doubt(to); // Restored, or only updated.
            named.add(photo.photo_id);
            this.#read(to, photo, asked);
            this.#news.push({ photo_id: photo.photo_id, comment: null });
        }
        for (const id of delta.deleted) {
            this.#count.doubt(to);
            this.#learn(id, to, null, true);
        }
        for (const comment of delta.comments) {
            this.#news.push({ photo_id: comment.photo_id, comment });
            if (!named.has(comment.photo_id)) this.#commented(comment.photo_id, to);
        }
        if (!delta.more) this.#makeSure(asked.tick);
        this.#moveTo(to);
        this.#applyEarly();
    }

    /** False when the frame is of another epoch, and the gallery has to start over. */
    addFrame(frame: Frame): boolean {
        if (frame.epoch !== this.epoch) return false;
        this.#head = Math.max(this.#head, frame.head);
        for (const event of frame.events) {
            if (event.seq == null) this.#applyUnnumbered(event);
            else if (event.seq > this.#seq) this.#early.set(event.seq, event);
        }
        this.#applyEarly();
        return true;
    }

    /** The guest's own like is shown before it is counted, whatever else is heard until then. Null: there is nothing to hope for. */
    hopeLike(id: string, liked: boolean | null): void {
        const known = this.#versions.get(id)?.photo;
        if (liked === null) this.#likes.unhope(id);
        else if (known) this.#likes.hope(id, liked, known.like_count);
        if (known) this.#place(known, true);
    }

    likeCounted(id: string, count: number, asked: Asked): void {
        this.#setLikes(id, this.#likes.counted(id, count, asked.tick));
        const known = this.#versions.get(id)?.photo;
        if (known) this.#place(known, true);
    }

    #applyEarly(): void {
        for (let next = this.#early.get(this.#seq + 1); next; next = this.#early.get(this.#seq + 1)) {
            this.#apply(next, this.#seq + 1);
            this.#moveTo(this.#seq + 1);
        }
        for (const seq of this.#early.keys()) this.#head = Math.max(this.#head, seq);
    }

    #moveTo(seq: number): void {
        this.#seq = Math.max(this.#seq, seq);
        this.#head = Math.max(this.#head, this.#seq);
        for (const early of this.#early.keys()) if (early <= this.#seq) this.#early.delete(early);
    }

    #apply(event: GalleryEvent, seq: number): void {
        switch (event.type) {
            case 'photo:upload:complete':
            case 'photo:restored':
                this.#count.change(seq, +1);
                this.#framed(event.photo, seq);
                break;
            case 'photo:updated':
                this.#framed(event.photo, seq);
                break;
            case 'photo:deleted':
                this.#count.change(seq, -1);
                this.#learn(event.photo_id, seq, null, true);
                break;
            case 'comment:added':
                this.#news.push({ photo_id: event.photo_id, comment: event.comment });
                this.#commented(event.photo_id, seq);
                break;
            // An event of a later version still takes its number; what it changed comes with the photo's next news.
        }
    }

    #applyUnnumbered(event: GalleryEvent): void {
        if (event.type !== 'photo:liked') return;
        const count = this.#likes.pushed(event.photo_id, event.like_count, event.timestamp, ++this.#tick);
        if (count !== null) this.#setLikes(event.photo_id, count);
    }

    #commented(id: string, seq: number): void {
        this.#commentedAt.set(id, seq);
        const known = this.#versions.get(id);
        if (!known?.photo || known.asOf >= seq) return;
        if (!known.sure) this.#miscounted.add(id);
        this.#learn(id, seq, { ...known.photo, comment_count: known.photo.comment_count + 1 }, known.sure);
    }

    /** A photo in a frame is as of its number, except for its likes. */
    #framed(photo: Photo, seq: number): void {
        const id = photo.photo_id;
        const known = this.#versions.get(id);
        if (!known?.sure || known.photo?.comment_count !== photo.comment_count) this.#news.push({ photo_id: id, comment: null });
        if (known && known.asOf > seq) return;
        this.#miscounted.delete(id);
        this.#learn(id, seq, { ...photo, like_count: this.#likes.framed(id, photo.like_count, known?.photo?.like_count) }, true);
    }

    #read(asOf: number, photo: Photo, asked: Asked): void {
        const id = photo.photo_id;
        const like_count = this.#likes.read(id, photo.like_count, asked.tick);
        const known = this.#versions.get(id);
        if (known && known.asOf > asOf) return this.#setLikes(id, like_count);
        if ((this.#commentedAt.get(id) ?? 0) > asOf) this.#miscounted.add(id);
        else this.#miscounted.delete(id);
        this.#learn(id, asOf, { ...photo, like_count }, false);
    }

    /** Whatever was read before this tick is complete now, if no later news named it. */
    #makeSure(asked: Tick): void {
        for (const id of this.#unsure) {
            const known = this.#versions.get(id)!;
            if (known.learned > asked || this.#miscounted.has(id)) continue;
            this.#versions.set(id, { ...known, sure: true });
            this.#unsure.delete(id);
        }
    }

    #setLikes(id: string, like_count: number): void {
        const known = this.#versions.get(id);
        if (!known?.photo || known.photo.like_count === like_count) return;
        const photo = { ...known.photo, like_count };
        this.#versions.set(id, { ...known, photo });
        this.#place(photo, true);
    }

    #learn(id: string, asOf: number, photo: Photo | null, sure: boolean): void {
        const known = this.#versions.get(id);
        if (known && known.asOf > asOf) return;
        this.#versions.set(id, { asOf, photo, sure, learned: ++this.#tick });
        if (sure) this.#unsure.delete(id);
        else this.#unsure.add(id);
        if (photo ?? known?.photo) this.#place((photo ?? known?.photo)!, photo !== null);
    }

    /** Puts a photo into the list, in the place of what was known of it, or takes it out. */
    #place(photo: Photo, there: boolean): void {
        if (!this.#sorted || photo.seq < this.#floor) return;
        const list = [...this.#sorted];
        let [from, to] = [0, list.length];
        while (from < to) {
            const middle = (from + to) >> 1;
            if (list[middle]!.seq > photo.seq) from = middle + 1;
            else to = middle;
        }
        const replaced = list[from]?.photo_id === photo.photo_id ? 1 : 0;
        list.splice(from, replaced, ...(there ? [this.#shown(photo)] : []));
        this.#sorted = list;
    }

    #shown(photo: Photo): Photo {
        const like_count = this.#likes.shown(photo.photo_id, photo.like_count);
        return like_count === photo.like_count ? photo : { ...photo, like_count };
    }
}
