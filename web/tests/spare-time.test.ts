import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inSpareTime } from '../src/lib/spare-time';

let frames: (() => void)[] = [];
let now = 0;

beforeEach(() => {
    vi.useFakeTimers();
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    vi.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

/** A frame, and what is done after it. */
function frame(): void {
    for (const run of frames.splice(0)) run();
    vi.runAllTimers();
}

const done: string[] = [];
const work = (name: string, takes: number) => () => {
    now += takes;
    done.push(name);
};

test('after each frame as much is done as is done soon, and at least one piece', () => {
    for (const [name, takes] of [['a', 3], ['b', 3], ['c', 40], ['d', 40], ['e', 1]] as const) inSpareTime(work(name, takes));
    const seen: string[] = [];
    while (frames.length > 0) {
        frame();
        seen.push(done.splice(0).join(''));
    }
    expect(seen).toEqual(['abc', 'd', 'e']);
});

test('work that was taken back is not done, and work that fails keeps nothing else from being done', () => {
    vi.stubGlobal('reportError', vi.fn());
    inSpareTime(() => {
        throw new Error('no');
    });
    inSpareTime(work('taken back', 1))();
    inSpareTime(work('done', 1));
    frame();
    expect(done.splice(0)).toEqual(['done']);
    expect(reportError).toHaveBeenCalledOnce();
    expect(frames).toEqual([]);
});
