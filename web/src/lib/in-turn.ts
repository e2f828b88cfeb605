import { inSpareTime } from './spare-time';

/** Who takes longer waits for the network, and keeps nobody else waiting. */
const LONGEST = 100;

interface Turn {
    readonly begin: () => void;
}

const waiting = new Set<Turn>();
let running: Turn | null = null;

/** Begins what is work for several frames (a picture: to fetch, to decode, to draw) when what began before it has ended. Returns what ends it, or takes it back. */
export function inTurn(begin: () => void): () => void {
    const turn = { begin };
    waiting.add(turn);
    next();
    return () => end(turn);
}

function next(): void {
    const [turn] = waiting;
    if (running || !turn) return;
    waiting.delete(turn);
    running = turn;
    inSpareTime(() => {
        if (running !== turn) return;
        setTimeout(() => end(turn), LONGEST);
        turn.begin();
    });
}

function end(turn: Turn): void {
    waiting.delete(turn);
    if (running !== turn) return;
    running = null;
    next();
}
