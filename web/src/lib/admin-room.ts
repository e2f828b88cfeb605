import { LiveLink } from './live-link';
import type { Ports } from './ports';
import type { AdminNews } from './types';

export interface Listener {
    news(news: AdminNews): void;
    /** The room has been entered, perhaps again; what was told before was missed. */
    entered?(): void;
}

/** The room `admin`, heard by whatever part of the page wants to know. */
export class AdminRoom {
    #link: LiveLink;
    #listeners = new Set<Listener>();

    constructor(liveUrl: () => Promise<string>, ports: Ports) {
        this.#link = new LiveLink(ports, {
            ticket: liveUrl,
            // The ticket has named the room; but only a socket that answers is known to be one.
            greeting: '{"action":"ping"}',
            onOpen: () => this.#tell((listener) => listener.entered?.()),
            onDown: () => {},
            onMessage: (message) => this.#heard(message as { type?: unknown; events?: unknown }),
        });
    }

    hear(listener: Listener): () => void {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    start(): void {
        this.#link.start();
    }

    stop(): void {
        this.#link.stop();
    }

    wake(): void {
        this.#link.wake();
    }

    networkLost(): void {
        this.#link.lost();
    }

    #heard({ type, events }: { type?: unknown; events?: unknown }): void {
        if (type !== 'batch:events' || !Array.isArray(events)) return;
        for (const event of events as AdminNews[]) this.#tell((listener) => listener.news(event));
    }

    #tell(how: (listener: Listener) => void): void {
        for (const listener of this.#listeners) how(listener);
    }
}
