import fc from 'fast-check';
import { thumbHashToRGBA } from 'thumbhash';
import { expect, test } from 'vitest';
import { blurOf } from '../src/lib/thumbhash';

/** Hashes as they are made, and any other bytes. */
const hashes = fc.uint8Array({ minLength: 5, maxLength: 25 });

test('a blur is what the library of its format draws, but for rounding', () => {
    fc.assert(
        fc.property(hashes, (hash) => {
            const { width, height, rgba } = blurOf(hash);
            const { w, h, rgba: wanted } = thumbHashToRGBA(hash);
            expect([width, height]).toEqual([w, h]);
            expect(wanted.findIndex((value, i) => Math.abs(rgba[i]! - value) > 1)).toBe(-1);
        }),
        { numRuns: 300 },
    );
});

test('a hash that was cut short is drawn from what is left of it', () => {
    for (let length = 0; length < 5; length++) expect(() => blurOf(Uint8Array.of(214, 138, 14, 61, 8).slice(0, length))).not.toThrow();
});
