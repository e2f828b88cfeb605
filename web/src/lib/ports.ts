/** The parts of a browser that decide when things happen, so that a test can decide instead. */
export interface Ports {
    random(): number;
    /** Calls `run` once after `ms`, unless the returned function is called before. */
    after(ms: number, run: () => void): () => void;
    openSocket(url: string): Socket;
}

/** What is used of a WebSocket. */
export interface Socket {
    onopen: (() => void) | null;
    onmessage: ((message: { data: unknown }) => void) | null;
    onclose: (() => void) | null;
    send(text: string): void;
    close(): void;
}

export const browserPorts: Ports = {
    random: Math.random,
    after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
    },
    openSocket: (url) => new WebSocket(url) as Socket,
};
