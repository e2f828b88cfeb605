import fc from 'fast-check';
import { expect, test } from 'vitest';
import { justify, type Wall } from '../src/lib/justified';

const shapes = fc.array(fc.constantFrom(1.5, 0.667, 1.78, 1, 0.8, 3.2), { minLength: 1, maxLength: 60 });
const walls = fc.record<Wall>({
    width: fc.constantFrom(390, 820, 1440),
    target: fc.constantFrom(180, 260),
    gap: fc.constantFrom(4, 8),
    fresh: fc.nat(60),
    complete: fc.boolean(),
});

test('rows fill the wall from edge to edge, and nothing overlaps', () => {
    fc.assert(
        fc.property(shapes, walls, (ratios, wall) => {
            const { boxes, height } = justify(ratios, wall);
            for (const y of new Set(boxes.map((box) => box.y))) {
                const row = boxes.filter((box) => box.y === y);
                row.reduce((x, box) => (expect(box.x).toBe(x), x + box.width + wall.gap), 0);
                const right = row.at(-1)!.x + row.at(-1)!.width;
                expect(right).toBeLessThanOrEqual(wall.width);
                if (row[0]!.height < Math.round(wall.target * 1.7)) expect(right).toBe(wall.width);
                expect(y + row[0]!.height).toBeLessThanOrEqual(height);
            }
            if (wall.complete) expect(boxes).toHaveLength(ratios.length);
        }),
    );
});

test('a new photo moves only the top rows; what is below keeps its shape', () => {
    fc.assert(
        fc.property(shapes, walls, (ratios, { fresh, ...rest }) => {
            const wall = { ...rest, complete: true, fresh: Math.min(fresh, ratios.length) };
            const before = justify(ratios, wall);
            const now = justify([1.5, ...ratios], { ...wall, fresh: wall.fresh + 1 });
            const lower = [...new Set(before.boxes.map((box) => box.y))].slice(4)[0] ?? Infinity;
            const down = now.height - before.height;
            before.boxes.forEach((box, i) => {
                if (box.y >= lower) expect(now.boxes[i + 1]).toEqual({ ...box, y: box.y + down });
            });
        }),
    );
});

test('an older page leaves everything above as it is', () => {
    fc.assert(
        fc.property(shapes, shapes, walls, (ratios, older, wall) => {
            const growing = { ...wall, fresh: 0, complete: false };
            const before = justify(ratios, growing);
            const now = justify([...ratios, ...older], growing);
            expect(now.boxes.slice(0, before.boxes.length)).toEqual(before.boxes);
        }),
    );
});
