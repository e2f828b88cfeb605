/** A moment within a model's life: what was learned after a question was sent is newer than, or as new as, its answer. */
export type Tick = number;

interface Pushed {
    readonly count: number;
    readonly at: string;
    readonly learned: Tick;
}

interface Hope {
    readonly liked: boolean;
    readonly count: number;
}

/**
 * What is known of likes, which have no place in the log: a push says when it was counted, an answer only when it was asked for. Where the
 * two contradict each other and neither is known to be newer, the photo is doubted until it has been read in a quiet moment.
 */
export class LikeCounts {
    #pushed = new Map<string, Pushed>();
    #hopes = new Map<string, Hope>();
    readonly doubted = new Set<string>();

    /** The count to show after a push; null when a newer one was here before. */
    pushed(id: string, count: number, timestamp: string, now: Tick): number | null {
        const at = comparable(timestamp);
        const last = this.#pushed.get(id);
        if (last && last.at > at) return null;
        this.#pushed.set(id, { count, at, learned: now });
        return count;
    }

    /** The count to show after an answer to a question of `asked`. */
    read(id: string, count: number, asked: Tick): number {
        const push = this.#pushed.get(id);
        if (!push || push.learned <= asked) {
            this.doubted.delete(id);
            return count;
        }
        if (push.count !== count) this.doubted.add(id);
        else this.doubted.delete(id);
        return push.count;
    }

    /** The count to show of a photo that a frame brings: its own may be older than what is known. */
    framed(id: string, count: number, known: number | undefined): number {
        return known ?? this.#pushed.get(id)?.count ?? count;
    }

    /** The guest's own like was sent, and is shown before it is counted. */
    hope(id: string, liked: boolean, known: number): void {
        this.#hopes.set(id, { liked, count: Math.max(0, known + (liked ? 1 : -1)) });
    }

    /** The guest's own like was counted: what the answer says is shown, for it has this like in it. */
    counted(id: string, count: number, asked: Tick): number {
        this.#hopes.delete(id);
        const push = this.#pushed.get(id);
        if (push && push.learned > asked && push.count !== count) this.doubted.add(id);
        return count;
    }

    unhope(id: string): void {
        this.#hopes.delete(id);
    }

    shown(id: string, count: number): number {
        const hope = this.#hopes.get(id);
        if (!hope) return count;
        return hope.liked ? Math.max(count, hope.count) : Math.min(count, hope.count);
    }
}

/** Instants in an order that text has too: Java writes no fraction, or three, six or nine digits of it. */
function comparable(instant: string): string {
    return `${instant.slice(0, 19)}.${instant.slice(20, -1).padEnd(9, '0')}`;
}
