import { formatCursor, parseCursor } from '../src/lib/cursor';
import { Problem } from '../src/lib/problem';
import type { Comment, Delta, Frame, GalleryEvent, Like, Page, Photo, Summary } from '../src/lib/types';

type Change = GalleryEvent & { seq: number };

/** A server after design section 3: a dense log, and the photos as the log made them. */
export class LogServer {
    epoch = 'epoch-0';
    log: Change[] = [];
    #epochs = 0;
    #born = 0;
    #likes = new Map<string, number>();
    #hidden = new Set<string>();
    #written = 0;
    #clock = 0;

    get head(): number {
        return this.log.length;
    }

    get cursor(): string {
        return formatCursor({ epoch: this.epoch, seq: this.head });
    }

    /** What everybody has to see in the end. */
    get photos(): Photo[] {
        return [...this.#states().values()].flatMap((s) => (s.deleted ? [] : [this.#now(s.photo)])).sort((a, b) => b.seq - a.seq);
    }

    add(): Frame {
        return this.#commit((seq) => {
            const photo = photoOf(`photo-${this.#born++}`, seq);
            return { type: 'photo:upload:complete', photo_id: photo.photo_id, photo };
        });
    }

    /** Updates, deletes or restores the photo that `pick` points at, whatever it can be done to. */
    touch(pick: number): Frame | null {
        const states = [...this.#states().values()];
        const state = states[pick % Math.max(1, states.length)];
        if (!state) return null;
        const { photo, deleted } = state;
        const photo_id = photo.photo_id;
        if (deleted) return this.#commit(() => ({ type: 'photo:restored', photo_id, photo: this.#now(photo) }));
        if (pick % 3 === 0) return this.#commit(() => ({ type: 'photo:deleted', photo_id }));
        return this.#commit((seq) => ({ type: 'photo:updated', photo_id, photo: { ...this.#asSent(photo), uploaded_by: `change ${seq}` } }));
    }

    photo(id: string): Photo {
        const state = this.#states().get(id);
        if (!state || state.deleted) throw new Problem(404, 'not-found', '');
        return this.#now(state.photo);
    }

    /** Somebody likes the photo that `pick` points at, or takes a like back. */
    like(pick: number): Frame | null {
        const photo = this.photos[pick % Math.max(1, this.photos.length)];
        return photo ? this.#pushed(photo.photo_id, pick % 4 === 0 ? -1 : +1) : null;
    }

    /** The call of the guest whose page is tested. */
    likeAs(id: string, liked: boolean): { answer: Like; frame: Frame } {
        this.photo(id);
        const frame = this.#pushed(id, liked ? +1 : -1);
        return { answer: { photo_id: id, like_count: this.#likes.get(id)!, liked }, frame };
    }

    comment(pick: number): Frame | null {
        const photo = this.photos[pick % Math.max(1, this.photos.length)];
        if (!photo) return null;
        const comment = commentOf(photo.photo_id, this.#written++);
        return this.#commit(() => ({ type: 'comment:added', photo_id: photo.photo_id, comment }));
    }

    /** An admin hides a comment, or shows it again: the photo is told of with its new count. */
    moderate(pick: number): Frame | null {
        const written = this.log.flatMap((c) => (c.type === 'comment:added' ? [c.comment] : []));
        const { id, photo_id } = written[pick % Math.max(1, written.length)] ?? {};
        const state = this.#states().get(photo_id ?? '');
        if (!id || !photo_id || !state || state.deleted) return null;
        if (!this.#hidden.delete(id)) this.#hidden.add(id);
        return this.#commit(() => ({ type: 'photo:updated', photo_id, photo: this.#asSent(state.photo) }));
    }

    /** What guests see of a photo's comments, oldest first. */
    comments(photoId: string): Comment[] {
        return this.log.flatMap((c) => (c.type === 'comment:added' && c.photo_id === photoId && !this.#hidden.has(c.comment.id) ? [c.comment] : []));
    }

    /** As a table restored from a backup: what was committed last is gone, and the epoch is another. */
    restoreBackup(lost: number): void {
        this.log = this.log.slice(0, Math.max(0, this.head - lost));
        this.epoch = `epoch-${++this.#epochs}`;
    }

    summary(): Summary {
        return {
            event: { slug: 'demo', name: 'Demo', starts_at: null, ends_at: null, access: 'public' },
            photo_count: this.photos.length,
            cursor: this.cursor,
            poll_seconds: 30,
        };
    }

    page(cursor: string, before: string | null, limit: number): Page {
        const older = this.photos.filter((p) => before === null || p.seq < Number(before));
        const photos = older.slice(0, limit);
        return { photos, cursor, before: older.length > limit ? String(photos.at(-1)!.seq) : null };
    }

    delta(since: string, limit: number): Delta {
        const { epoch, seq } = parseCursor(since);
        if (epoch !== this.epoch) throw new Problem(409, 'cursor-expired', '');
        const changes = this.log.slice(seq, seq + limit);
        const states = this.#states();
        const changed = [...new Set(changes.map((c) => c.photo_id))].map((id) => states.get(id)!);
        return {
            photos: changed.filter((s) => !s.deleted).map((s) => this.#now(s.photo)).sort((a, b) => b.seq - a.seq),
            deleted: changed.filter((s) => s.deleted).map((s) => s.photo.photo_id),
            comments: changes.flatMap((c) => (c.type === 'comment:added' && !this.#hidden.has(c.comment.id) ? [c.comment] : [])),
            cursor: formatCursor({ epoch, seq: seq + changes.length }),
            more: seq + changes.length < this.head,
        };
    }

    #now(photo: Photo): Photo {
        return { ...photo, like_count: this.#likes.get(photo.photo_id) ?? 0, comment_count: this.comments(photo.photo_id).length };
    }

    /** As in a frame: a photo's likes may have been read some time before. */
    #asSent(photo: Photo): Photo {
        return { ...this.#now(photo), like_count: photo.like_count };
    }

    #pushed(photo_id: string, by: number): Frame {
        const like_count = Math.max(0, (this.#likes.get(photo_id) ?? 0) + by);
        this.#likes.set(photo_id, like_count);
        // Java writes an instant with as many digits as it has.
        const timestamp = new Date(Date.parse('2026-06-20T12:00:00Z') + 250 * this.#clock++).toISOString().replace('.000Z', 'Z');
        return { type: 'batch:events', epoch: this.epoch, head: this.head, events: [{ type: 'photo:liked', photo_id, like_count, timestamp }] };
    }

    #commit(change: (seq: number) => GalleryEvent): Frame {
        const seq = this.head + 1;
        this.log.push({ ...change(seq), seq } as Change);
        return { type: 'batch:events', epoch: this.epoch, head: seq, events: [this.log.at(-1)!] };
    }

    #states(): Map<string, { photo: Photo; deleted: boolean }> {
        const states = new Map<string, { photo: Photo; deleted: boolean }>();
        for (const change of this.log) {
            if (change.type === 'photo:deleted') states.get(change.photo_id)!.deleted = true;
            else if ('photo' in change) states.set(change.photo_id, { photo: change.photo, deleted: false });
        }
        return states;
    }
}

export function commentOf(photo_id: string, n: number): Comment {
    return { id: `comment-${n}`, photo_id, author_name: null, content: `So good, ${n}`, created_at: '2026-06-20T12:00:00Z' };
}

export function photoOf(photo_id: string, seq: number, width = 3000, height = 2000): Photo {
    return {
        photo_id,
        event_slug: 'demo',
        seq,
        file_name: `${photo_id}.jpg`,
        content_type: 'image/jpeg',
        size: 4_000_000,
        width,
        height,
        thumbhash: null,
        taken_at: null,
        created_at: '2026-01-01T00:00:00Z',
        processing_status: 'UPLOADED',
        processing_error: null,
        thumbnails: null,
        like_count: 0,
        comment_count: 0,
        uploaded_by: null,
    };
}
