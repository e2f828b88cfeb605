import { formatCursor, parseCursor } from './cursor';
import { PhotoCount } from './photo-count';
import type { Delta, Frame, GalleryEvent, Page, Photo, Summary } from './types';

/** What is known of one photo: its state (null: deleted) including every change up to `asOf`. */
interface Version {
    asOf: number;
    photo: Photo | null;
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
    /** Events that came before one they follow. */
    #early = new Map<number, GalleryEvent>();
    #sorted: readonly Photo[] | null = null;
    #count: PhotoCount;

    constructor(first: Page) {
        const { epoch, seq } = parseCursor(first.cursor);
        this.epoch = epoch;
        this.#seq = seq;
        this.#head = seq;
        this.#before = first.before;
        this.#count = new PhotoCount(seq);
        this.addPage(first);
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

    /** Newest first. The same array until something changes. */
    get photos(): readonly Photo[] {
        this.#sorted ??= [...this.#versions.values()]
            .flatMap(({ photo }) => (photo && photo.seq >= this.#floor ? [photo] : []))
            .sort((a, b) => b.seq - a.seq);
        return this.#sorted;
    }

    addPage(page: Page): void {
        const asOf = parseCursor(page.cursor).seq;
        for (const photo of page.photos) {
            this.#learn(photo.photo_id, asOf, photo);
            this.#floor = Math.min(this.#floor, photo.seq);
        }
        this.#before = page.before;
        if (page.before === null) this.#floor = 0;
        this.#sorted = null;
    }

    /** Photos on pages that are not here yet count as well, so the count starts from the server's. */
    addSummary(summary: Summary): void {
        const { epoch, seq } = parseCursor(summary.cursor);
        if (epoch === this.epoch) this.#count.counted(summary.photo_count, seq);
    }

    addDelta(delta: Delta): void {
        const to = parseCursor(delta.cursor).seq;
        for (const photo of delta.photos) {
            if (photo.seq > this.#seq) this.#count.change(photo.seq, +1);
            else this.#count.doubt(to); // Restored, or only updated.
            this.#learn(photo.photo_id, to, photo);
        }
        for (const id of delta.deleted) {
            this.#count.doubt(to);
            this.#learn(id, to, null);
        }
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
                this.#learn(event.photo_id, seq, event.photo);
                break;
            case 'photo:updated':
                this.#learn(event.photo_id, seq, event.photo);
                break;
            case 'photo:deleted':
                this.#count.change(seq, -1);
                this.#learn(event.photo_id, seq, null);
                break;
            case 'comment:added': {
                const known = this.#versions.get(event.photo_id);
                if (known?.photo && known.asOf < seq) {
                    this.#learn(event.photo_id, seq, { ...known.photo, comment_count: known.photo.comment_count + 1 });
                }
                break;
            }
            // An event of a later version still takes its number; what it changed comes with the photo's next news.
        }
    }

    #applyUnnumbered(event: GalleryEvent): void {
        if (event.type !== 'photo:liked') return;
        const known = this.#versions.get(event.photo_id);
        if (known?.photo) this.#learn(event.photo_id, known.asOf, { ...known.photo, like_count: event.like_count });
    }

    #learn(id: string, asOf: number, photo: Photo | null): void {
        const known = this.#versions.get(id);
        if (known && known.asOf > asOf) return;
        this.#versions.set(id, { asOf, photo });
        this.#sorted = null;
    }
}
