import type { Ports } from './ports';
import { Problem } from './problem';
import type { EventMetrics } from './types';

const EVERY = 5000;
/** Pushes come in bursts; one look after the first tells of all. */
const SOON = 800;

/** An event's figures, asked for every few seconds while somebody looks, and soon after something has happened. */
export class Figures {
    #ask: () => Promise<EventMetrics>;
    #ports: Ports;
    #visible: () => boolean;
    #latest: EventMetrics | null = null;
    #running = false;
    #asking = false;
    #soon = false;
    #cancel = (): void => {};
    #listeners = new Set<(figures: EventMetrics | null) => void>();

    constructor(ask: () => Promise<EventMetrics>, ports: Ports, visible: () => boolean) {
        this.#ask = ask;
        this.#ports = ports;
        this.#visible = visible;
    }

    /** The last known; null until there is one. */
    subscribe(listener: (figures: EventMetrics | null) => void): () => void {
        this.#listeners.add(listener);
        listener(this.#latest);
        return () => this.#listeners.delete(listener);
    }

    start(): void {
        this.#running = true;
        void this.#look();
    }

    stop(): void {
        this.#running = false;
        this.#soon = false;
        this.#cancel();
    }

    /** Something happened that they count. */
    nudge(): void {
        if (!this.#running || this.#soon) return;
        this.#soon = true;
        if (!this.#asking) this.#later(SOON);
    }

    async #look(): Promise<void> {
        this.#soon = false;
        if (this.#visible()) {
            this.#asking = true;
            // A figure that cannot be had now keeps its last value: the line must not flicker.
            const figures = await this.#ask().catch((error: unknown) => {
                // An event that is gone is not asked about for the rest of the day.
                if (Problem.is(error, 'not-found')) this.stop();
                return null;
            });
            this.#asking = false;
            if (figures && this.#running) this.#show(figures);
        }
        if (this.#running) this.#later(this.#soon ? SOON : EVERY);
    }

    #later(ms: number): void {
        this.#cancel();
        this.#cancel = this.#ports.after(ms, () => void this.#look());
    }

    #show(figures: EventMetrics): void {
        this.#latest = figures;
        for (const listener of this.#listeners) listener(figures);
    }
}
