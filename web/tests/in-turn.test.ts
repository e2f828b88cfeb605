import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../src/lib/in-turn';

const begun: string[] = [];

beforeEach(() => {
    begun.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
});

afterEach(() => {
    // What is still under way ends, and the next test begins with nobody's turn.
    vi.runAllTimers();
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

/** Long enough for a frame and what is done after it, and for nobody to be given up. */
function frames(): void {
    vi.advanceTimersByTime(50);
}

const picture = (name: string): (() => void) => inTurn(() => begun.push(name));

test('each begins when the one before has ended', () => {
    const [endA, endB] = [picture('a'), picture('b')];
    picture('c');
    frames();
    expect(begun).toEqual(['a']);
    endA();
    frames();
    expect(begun).toEqual(['a', 'b']);
    endA();
    endB();
    frames();
    expect(begun).toEqual(['a', 'b', 'c']);
});

test('who is taken back never begins, whether waiting or about to', () => {
    const aboutTo = picture('about to');
    const waiting = picture('waiting');
    picture('next');
    waiting();
    aboutTo();
    frames();
    expect(begun).toEqual(['next']);
});

test('who waits for the network does not keep the others', () => {
    picture('slow');
    picture('next');
    frames();
    expect(begun).toEqual(['slow']);
    vi.advanceTimersByTime(150);
    expect(begun).toEqual(['slow', 'next']);
});
