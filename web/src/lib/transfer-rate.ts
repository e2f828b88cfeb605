const WINDOW = 6000;

/** Bytes a second over the last few seconds. */
export class TransferRate {
    #now: () => number;
    #samples: { at: number; bytes: number }[] = [];

    constructor(now: () => number) {
        this.#now = now;
    }

    add(bytes: number): void {
        this.#samples.push({ at: this.#now(), bytes });
    }

    get bytesPerSecond(): number {
        const now = this.#now();
        this.#samples = this.#samples.filter(({ at }) => now - at < WINDOW);
        const first = this.#samples[0];
        if (!first) return 0;
        const bytes = this.#samples.reduce((sum, sample) => sum + sample.bytes, 0);
        return (bytes * 1000) / Math.max(1000, now - first.at);
    }
}
