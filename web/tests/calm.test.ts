import { afterEach, expect, test, vi } from 'vitest';
import { calm } from '../src/lib/calm';

afterEach(() => {
    vi.useRealTimers();
});

test('what comes first, or long enough after the last, comes calmly; what follows it quickly does not', () => {
    vi.useFakeTimers();
    const calmly = calm(500);
    expect(calmly('first')).toBe(true);
    vi.advanceTimersByTime(499);
    expect(calmly('second')).toBe(false);
    vi.advanceTimersByTime(499);
    expect(calmly('third')).toBe(false);
    vi.advanceTimersByTime(500);
    expect(calmly('fourth')).toBe(true);
});

test('how something came does not change by asking again', () => {
    vi.useFakeTimers();
    const calmly = calm(500);
    expect([calmly('first'), calmly('first')]).toEqual([true, true]);
    expect([calmly('second'), calmly('second')]).toEqual([false, false]);
    vi.advanceTimersByTime(900);
    expect(calmly('second')).toBe(false);
});
