import { beforeEach, expect, test } from 'vitest';
import { Figures } from '../src/lib/figures';
import type { Ports } from '../src/lib/ports';
import { Problem } from '../src/lib/problem';
import type { EventMetrics } from '../src/lib/types';
import { settle } from './world';

const metrics = (guests: number): EventMetrics => ({
    guests, photo_count: 3, like_count: 4, comment_count: 0, publish_latency: { photos: 3, p50_ms: 400, p95_ms: 1100 },
});

let timers: { ms: number; run: () => void }[];
let asked: number;
let answers: () => Promise<EventMetrics>;
let visible: boolean;
let shown: (EventMetrics | null)[];
let figures: Figures;

beforeEach(() => {
    timers = [];
    asked = 0;
    visible = true;
    shown = [];
    answers = async () => metrics(asked);
    const ports: Ports = {
        random: () => 0,
        after(ms, run) {
            const timer = { ms, run };
            timers.push(timer);
            return () => void (timers = timers.filter((t) => t !== timer));
        },
        openSocket: () => expect.fail(),
    };
    figures = new Figures(() => (asked++, answers()), ports, () => visible);
    figures.subscribe((latest) => shown.push(latest));
});

async function fire(): Promise<void> {
    const [timer] = timers.splice(0, 1);
    timer!.run();
    await settle();
}

test('figures are asked for at once and every few seconds after', async () => {
    figures.start();
    await settle();
    expect(shown).toMatchObject([null, { guests: 1 }]);
    expect(timers).toMatchObject([{ ms: 5000 }]);
    await fire();
    expect(shown.at(-1)).toMatchObject({ guests: 2 });
});

test('something that happens is counted soon, a burst of it once', async () => {
    figures.start();
    await settle();
    for (let i = 0; i < 20; i++) figures.nudge();
    expect(timers).toMatchObject([{ ms: 800 }]);
    await fire();
    expect(asked).toBe(2);
    expect(timers).toMatchObject([{ ms: 5000 }]);
});

test('what happens while an answer is on its way is asked for after it', async () => {
    let done = (): void => {};
    answers = () => new Promise((ok) => (done = () => ok(metrics(7))));
    figures.start();
    figures.nudge();
    expect(timers).toEqual([]);
    done();
    await settle();
    expect(timers).toMatchObject([{ ms: 800 }]);
});

test('nobody is asked while nobody looks', async () => {
    visible = false;
    figures.start();
    await settle();
    await fire();
    expect(asked).toBe(0);
    visible = true;
    await fire();
    expect(asked).toBe(1);
});

test('a figure that cannot be had keeps its last value', async () => {
    figures.start();
    await settle();
    answers = () => Promise.reject(new Error('down'));
    await fire();
    expect(shown.at(-1)).toMatchObject({ guests: 1 });
    expect(timers).toHaveLength(1);
});

test('after the end nothing is asked or shown', async () => {
    figures.start();
    figures.stop();
    await settle();
    expect(shown).toEqual([null]);
    expect(timers).toEqual([]);
});

test('an event that is gone is not asked about again', async () => {
    answers = () => Promise.reject(new Problem(404, 'not-found', ''));
    figures.start();
    await settle();
    figures.nudge();
    expect(timers).toEqual([]);
});
