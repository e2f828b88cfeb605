/** A photo's blur: a few dozen pixels, four bytes each. */
export interface Blur {
    readonly width: number;
    readonly height: number;
    readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

const LONG_EDGE = 32;

/** What a hash says of one channel: its mean, and how much of each wave (`across` x `down`) it has. */
interface Channel {
    readonly mean: number;
    readonly across: number;
    readonly down: number;
    readonly waves: readonly number[];
}

/**
 * A ThumbHash's picture, as its own library draws it (https://evanw.github.io/thumbhash/). That one takes the cosines of each pixel anew
 * and both sums for each, which on a phone is most of what an arriving photo costs; a row's waves are summed once for the row here.
 */
export function blurOf(hash: Uint8Array): Blur {
    const [colours, shape] = [hash[0]! | (hash[1]! << 8) | (hash[2]! << 16), hash[3]! | (hash[4]! << 8)];
    const clear = colours >> 23 === 1;
    const landscape = shape >> 15 === 1;
    const [most, fewer] = [clear ? 5 : 7, shape & 7];
    const [across, down] = landscape ? [most, fewer] : [fewer, most];
    const nibble = nibbles(hash, clear ? 6 : 5);
    const l = channel(nibble, (colours & 63) / 63, Math.max(3, across), Math.max(3, down), ((colours >> 18) & 31) / 31);
    const p = channel(nibble, ((colours >> 6) & 63) / 31.5 - 1, 3, 3, (((shape >> 3) & 63) / 63) * 1.25);
    const q = channel(nibble, ((colours >> 12) & 63) / 31.5 - 1, 3, 3, (((shape >> 9) & 63) / 63) * 1.25);
    const a = clear ? channel(nibble, (hash[5]! & 15) / 15, 5, 5, (hash[5]! >> 4) / 15) : null;

    const ratio = across / down;
    const width = Math.round(ratio > 1 ? LONG_EDGE : LONG_EDGE * ratio);
    const height = Math.round(ratio > 1 ? LONG_EDGE / ratio : LONG_EDGE);
    const [columns, rows] = [cosines(width), cosines(height)];
    const rgba = new Uint8ClampedArray(width * height * 4);
    for (let y = 0, i = 0; y < height; y++) {
        const lRow = rowOf(l, rows[y]!);
        const pRow = rowOf(p, rows[y]!);
        const qRow = rowOf(q, rows[y]!);
        const aRow = a && rowOf(a, rows[y]!);
        for (let x = 0; x < width; x++, i += 4) {
            const column = columns[x]!;
            const light = at(lRow, column);
            const red = at(qRow, column);
            const b = light - (2 / 3) * at(pRow, column);
            const r = (3 * light - b + red) / 2;
            rgba[i] = 255 * r;
            rgba[i + 1] = 255 * (r - red);
            rgba[i + 2] = 255 * b;
            rgba[i + 3] = aRow ? 255 * at(aRow, column) : 255;
        }
    }
    return { width, height, rgba };
}

/** A hash as it is sent, in base64. Throws if it is none. */
export function bytesOf(hash: string): Uint8Array {
    return Uint8Array.from(atob(hash), (c) => c.charCodeAt(0));
}

/** Half a byte each, the lower half first; nothing where a hash is cut short. */
function nibbles(hash: Uint8Array, from: number): () => number {
    let next = from * 2;
    return () => {
        const byte = hash[next >> 1] ?? 0;
        return next++ & 1 ? byte >> 4 : byte & 15;
    };
}

/** The waves of the lower left triangle, but for the mean. */
function channel(nibble: () => number, mean: number, across: number, down: number, scale: number): Channel {
    const waves: number[] = [];
    for (let cy = 0; cy < down; cy++) {
        for (let cx = cy === 0 ? 1 : 0; cx * down < across * (down - cy); cx++) waves.push((nibble() / 7.5 - 1) * scale);
    }
    return { mean, across, down, waves };
}

const known: (readonly number[])[][] = [];

/** For each place along an edge, of each wave that may run along it. */
function cosines(length: number): readonly (readonly number[])[] {
    return (known[length] ??= Array.from({ length }, (_, place) => Array.from({ length: 7 }, (_, wave) => Math.cos((Math.PI / length) * (place + 0.5) * wave))));
}

/** How much of each wave across the picture one row of it has. */
function rowOf({ mean, across, down, waves }: Channel, cosines: readonly number[]): number[] {
    const row = [mean];
    for (let cy = 0, i = 0; cy < down; cy++) {
        const twice = 2 * cosines[cy]!;
        for (let cx = cy === 0 ? 1 : 0; cx * down < across * (down - cy); cx++) row[cx] = (row[cx] ?? 0) + waves[i++]! * twice;
    }
    return row;
}

function at(row: readonly number[], cosines: readonly number[]): number {
    let sum = 0;
    for (let cx = 0; cx < row.length; cx++) sum += row[cx]! * cosines[cx]!;
    return sum;
}
