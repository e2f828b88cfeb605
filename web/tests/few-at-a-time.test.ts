import { expect, test } from 'vitest';
import { fewAtATime, type Hung } from '../src/lib/few-at-a-time';
import { photoOf } from './log-server';

const box = { x: 0, y: 0, width: 1, height: 1 };
const hang = (...seqs: number[]): Hung[] => seqs.map((seq) => ({ box, photo: photoOf(`photo-${seq}`, seq) }));
const seqs = (hung: readonly Hung[]): number[] => hung.map(({ photo }) => photo.seq);

test('so many are let in at a time, from the front, and those that are there stay', () => {
    const letIn = fewAtATime();
    const old = hang(2, 1);
    expect(letIn(old, Infinity)).toEqual({ hung: old, waiting: false });
    const wanted = [...hang(5, 4, 3), ...old];
    expect(seqs(letIn(wanted, 2).hung)).toEqual([5, 4, 2, 1]);
    expect(letIn(wanted, 2)).toEqual({ hung: wanted, waiting: false });
});

test('a photo that changed stays as it was until its turn, in the place that it has now', () => {
    const letIn = fewAtATime();
    const old = hang(2, 1);
    letIn(old, Infinity);
    const moved = { ...box, y: 100 };
    const wanted = hang(2, 1).map(({ photo }) => ({ box: moved, photo: { ...photo, like_count: 1 } }));
    const { hung, waiting } = letIn(wanted, 1);
    expect(waiting).toBe(true);
    expect(hung.map(({ photo }) => photo.like_count)).toEqual([1, 0]);
    expect(hung.every(({ box }) => box === moved)).toBe(true);
    expect(letIn(wanted, 1)).toEqual({ hung: wanted, waiting: false });
});

test('what is not wanted any more goes at once, and is new when it comes back', () => {
    const letIn = fewAtATime();
    const both = hang(2, 1);
    letIn(both, Infinity);
    expect(letIn(both.slice(1), 0).hung).toEqual(both.slice(1));
    expect(letIn(both, 0)).toEqual({ hung: both.slice(1), waiting: true });
});
