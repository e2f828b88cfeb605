/** A slow phone draws a frame besides, and nobody misses one. */
const SLICE = 6;

const waiting = new Set<() => void>();
let asked = false;

/** Does small work after the next frames, in turn: as much after each as is done soon, and at least one piece. Returns what takes it back. */
export function inSpareTime(work: () => void): () => void {
    waiting.add(work);
    ask();
    return () => waiting.delete(work);
}

function ask(): void {
    if (asked) return;
    asked = true;
    // What is done within a frame's own callback would delay that frame.
    requestAnimationFrame(() => setTimeout(doSome));
}

function doSome(): void {
    asked = false;
    const end = performance.now() + SLICE;
    for (const work of waiting) {
        if (performance.now() > end) break;
        waiting.delete(work);
        try {
            work();
        } catch (error) {
            reportError(error);
        }
    }
    if (waiting.size > 0) ask();
}
