export interface Box {
    x: number;
    y: number;
    width: number;
    height: number;
}

export interface Wall {
    width: number;
    /** The height rows are near to. */
    target: number;
    gap: number;
    /** So many at the front came after the wall was first laid. */
    fresh: number;
    /** Nothing older is to come, so a last row may stay short. */
    complete: boolean;
}

const NARROWEST = 0.5;
const WIDEST = 2.6;
const TALLEST = 1.7;

/**
 * Rows as wide as the wall, photos in their shape. What was laid stays: fresh photos build rows upwards from the first ones, older pages
 * downwards, and only the top rows are laid again for a new photo. Without `complete`, photos of an unfinished last row get no box yet.
 */
export function justify(ratios: readonly number[], wall: Wall): { boxes: Box[]; height: number } {
    const shapes = ratios.map((r) => Math.min(WIDEST, Math.max(NARROWEST, r || 1)));
    const fresh = Math.min(wall.fresh, shapes.length);
    const upwards = rows(shapes.slice(0, fresh).reverse(), wall);
    const downwards = rows(shapes.slice(fresh), wall);
    const lengths = [...upwards.full.reverse(), ...downwards.full];
    if (upwards.rest > 0) lengths.unshift(...evened(lengths, upwards.rest, shapes, wall));
    const laid = lengths.reduce((sum, n) => sum + n, 0);
    if (wall.complete && laid < shapes.length) {
        const ending = evened(lengths.reverse(), shapes.length - laid, [...shapes].reverse(), wall);
        lengths.unshift(...ending);
        lengths.reverse();
    }
    return place(shapes, lengths, wall);
}

/** How many photos each full row takes, and how many are left over. */
function rows(shapes: readonly number[], wall: Wall): { full: number[]; rest: number } {
    const full: number[] = [];
    let from = 0;
    let sum = 0;
    for (let to = 1; to <= shapes.length; to++) {
        sum += shapes[to - 1]!;
        const height = heightOf(to - from, sum, wall);
        if (height > wall.target) continue;
        const without = to - 1 > from ? heightOf(to - 1 - from, sum - shapes[to - 1]!, wall) : Infinity;
        if (misfit(without, wall) < misfit(height, wall)) to--;
        full.push(to - from);
        from = to;
        sum = 0;
    }
    return { full, rest: shapes.length - from };
}

/** Takes the first rows of `lengths` away and lays their photos together with the `rest` before them as evenly as it can. */
function evened(lengths: number[], rest: number, shapes: readonly number[], wall: Wall): number[] {
    const count = rest + lengths.splice(0, 2).reduce((sum, n) => sum + n, 0);
    const best: { cost: number; lengths: number[] }[] = [{ cost: 0, lengths: [] }];
    for (let to = 1; to <= count; to++) {
        for (let from = 0; from < to; from++) {
            const cost = best[from]!.cost + misfit(rowHeight(shapes, from, to, wall), wall);
            if (!best[to] || cost < best[to].cost) best[to] = { cost, lengths: [...best[from]!.lengths, to - from] };
        }
    }
    return best[count]!.lengths;
}

function place(shapes: readonly number[], lengths: readonly number[], wall: Wall): { boxes: Box[]; height: number } {
    const boxes: Box[] = [];
    let y = 0;
    for (const length of lengths) {
        const [from, to] = [boxes.length, boxes.length + length];
        const natural = rowHeight(shapes, from, to, wall);
        const height = Math.round(Math.min(natural, wall.target * TALLEST));
        let x = 0;
        for (let i = from; i < to; i++) {
            const fills = i === to - 1 && natural <= wall.target * TALLEST;
            const width = fills ? wall.width - x : Math.min(wall.width - x, Math.round(shapes[i]! * height));
            boxes.push({ x, y, width, height });
            x += width + wall.gap;
        }
        y += height + wall.gap;
    }
    return { boxes, height: Math.max(0, y - wall.gap) };
}

/** The first box that reaches below `y`; boxes are in order, so thousands are searched in a dozen steps. */
export function firstBelow(boxes: readonly Box[], y: number): number {
    let [from, to] = [0, boxes.length];
    while (from < to) {
        const middle = (from + to) >> 1;
        if (boxes[middle]!.y + boxes[middle]!.height >= y) to = middle;
        else from = middle + 1;
    }
    return from;
}

function rowHeight(shapes: readonly number[], from: number, to: number, wall: Wall): number {
    let sum = 0;
    for (let i = from; i < to; i++) sum += shapes[i]!;
    return heightOf(to - from, sum, wall);
}

function heightOf(photos: number, sum: number, { width, gap }: Wall): number {
    return (width - gap * (photos - 1)) / sum;
}

/** Half as high is as bad as twice as high. */
function misfit(height: number, { target }: Wall): number {
    return height <= 0 ? Infinity : Math.log(height / target) ** 2;
}
