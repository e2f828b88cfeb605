import { backoff } from './backoff';
import type { Ports, Socket } from './ports';

const MINUTE = 60_000;
const PING_EVERY = 4 * MINUTE;
/** Connections end after 2 hours; leaving earlier, at a moment of our own and not all at once, nobody sees a gap. */
const RENEW_AFTER = 105 * MINUTE;
const RENEW_SPREAD = 10 * MINUTE;
const OPEN_WITHIN = 10_000;
const PONG_WITHIN = 10_000;
const PONG_WITHIN_AFTER_WAKE = 1500;

export interface LinkEvents {
    /** A ticket's URL for the socket. When it rejects, the link tries again later. */
    ticket(): Promise<string>;
    /** Said first on each socket. */
    greeting: string;
    onOpen(): void;
    onDown(): void;
    onMessage(message: unknown): void;
}

/** Keeps one WebSocket open: pings it, replaces it before its life ends, and after a loss tries again with growing, jittered pauses. */
export class LiveLink {
    #ports: Ports;
    #events: LinkEvents;
    #socket: Socket | null = null;
    #next: Socket | null = null;
    /** Answers to tickets asked for before a drop are of no use after it. */
    #asking: symbol | null = null;
    #attempt = 0;
    #running = false;
    #timers = new Map<'retry' | 'open' | 'ping' | 'pong' | 'renew', () => void>();

    constructor(ports: Ports, events: LinkEvents) {
        this.#ports = ports;
        this.#events = events;
    }

    get open(): boolean {
        return this.#socket !== null;
    }

    start(): void {
        this.#running = true;
        void this.#connect();
    }

    stop(): void {
        this.#running = false;
        this.#drop();
    }

    /** The network or the page is back: do not wait for a timer to find out. */
    wake(): void {
        if (!this.#running) return;
        if (this.#socket) {
            this.#ping(PONG_WITHIN_AFTER_WAKE);
        } else {
            this.#attempt = 0;
            void this.#connect();
        }
    }

    /** The browser says the network is gone; a socket may take minutes to notice. */
    lost(): void {
        if (!this.#running) return;
        this.#drop();
        this.#retryLater();
    }

    async #connect(): Promise<void> {
        if (!this.#running || this.#asking || this.#next) return;
        this.#clear('retry');
        const asking = (this.#asking = Symbol());
        const url = await this.#events.ticket().catch(() => null);
        if (this.#asking !== asking) return;
        this.#asking = null;
        if (url === null) this.#retryLater();
        else this.#dial(url);
    }

    #dial(url: string): void {
        const socket = this.#ports.openSocket(url);
        this.#next = socket;
        socket.onopen = () => this.#opened(socket);
        socket.onclose = () => this.#closed(socket);
        socket.onmessage = ({ data }) => this.#heard(socket, data);
        this.#set('open', OPEN_WITHIN, () => this.#abandon(socket));
    }

    #opened(socket: Socket): void {
        this.#clear('open');
        const previous = this.#socket;
        this.#socket = socket;
        this.#next = null;
        if (previous) silence(previous);
        socket.send(this.#events.greeting);
        this.#clear('pong');
        this.#set('ping', PING_EVERY, () => this.#ping(PONG_WITHIN));
        this.#set('renew', RENEW_AFTER + this.#ports.random() * RENEW_SPREAD, () => void this.#connect());
        this.#events.onOpen();
    }

    #heard(socket: Socket, data: unknown): void {
        this.#clear('pong');
        let message: unknown;
        try {
            message = JSON.parse(String(data));
        } catch {
            return;
        }
        // Nobody posts to a connection that the server does not know; its socket may stay open for hours.
        if (isUnknown(message)) return this.#abandon(socket);
        // A socket that opens and closes again has not earned a quick retry; one that speaks has.
        this.#attempt = 0;
        this.#events.onMessage(message);
    }

    #ping(pongWithin: number): void {
        const socket = this.#socket;
        if (!socket) return;
        socket.send('{"action":"ping"}');
        this.#set('pong', pongWithin, () => this.#abandon(socket));
        this.#set('ping', PING_EVERY, () => this.#ping(PONG_WITHIN));
    }

    #abandon(socket: Socket): void {
        silence(socket);
        this.#closed(socket);
    }

    #closed(socket: Socket): void {
        if (socket === this.#next) {
            this.#next = null;
            this.#clear('open');
        } else if (socket === this.#socket) {
            this.#socket = null;
            for (const timer of ['ping', 'pong', 'renew'] as const) this.#clear(timer);
            this.#events.onDown();
        } else {
            return;
        }
        this.#retryLater();
    }

    #retryLater(): void {
        if (!this.#running) return;
        this.#set('retry', backoff(this.#attempt++, this.#ports.random), () => void this.#connect());
    }

    #drop(): void {
        const wasOpen = this.#socket !== null;
        for (const socket of [this.#socket, this.#next]) if (socket) silence(socket);
        this.#socket = this.#next = this.#asking = null;
        for (const timer of [...this.#timers.keys()]) this.#clear(timer);
        if (wasOpen) this.#events.onDown();
    }

    #set(name: 'retry' | 'open' | 'ping' | 'pong' | 'renew', ms: number, run: () => void): void {
        this.#clear(name);
        this.#timers.set(
            name,
            this.#ports.after(ms, () => {
                this.#timers.delete(name);
                run();
            }),
        );
    }

    #clear(name: 'retry' | 'open' | 'ping' | 'pong' | 'renew'): void {
        this.#timers.get(name)?.();
        this.#timers.delete(name);
    }
}

function isUnknown(message: unknown): boolean {
    const { type, code } = (message ?? {}) as { type?: unknown; code?: unknown };
    return type === 'error' && code === 'not-found';
}

function silence(socket: Socket): void {
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
}
