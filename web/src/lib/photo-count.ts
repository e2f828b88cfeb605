/** How many photos a gallery has: what the server counted at some place in the log, and what is known to have changed after it. */
export class PhotoCount {
    #counted = 0;
    #at = -1;
    #changes: { seq: number; by: number }[] = [];
    #doubtedAt: number;

    /** @param seq up to which nobody has counted yet */
    constructor(seq: number) {
        this.#doubtedAt = seq;
    }

    get value(): number {
        return this.#changes.reduce((sum, { by }) => sum + by, this.#counted);
    }

    get doubtful(): boolean {
        return this.#doubtedAt > this.#at;
    }

    counted(count: number, at: number): void {
        if (at < this.#at) return;
        this.#counted = count;
        this.#at = at;
        this.#changes = this.#changes.filter(({ seq }) => seq > at);
    }

    change(seq: number, by: number): void {
        if (seq > this.#at) this.#changes.push({ seq, by });
    }

    /** Something up to `seq` changed the count, or did not. */
    doubt(seq: number): void {
        this.#doubtedAt = Math.max(this.#doubtedAt, seq);
    }
}
