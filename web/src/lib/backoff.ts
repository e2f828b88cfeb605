/** Milliseconds to wait before try number `attempt` (from 0): full jitter below a ceiling that doubles from 1 s to 30 s. */
export function backoff(attempt: number, random: () => number): number {
    return random() * Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10));
}
