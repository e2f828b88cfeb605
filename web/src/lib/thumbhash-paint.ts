import { thumbHashToAverageRGBA } from 'thumbhash';
import { blurOf, bytesOf } from './thumbhash';

/** A phone takes milliseconds for each blur: so long at a time, then whatever else waits has its turn. */
const SLICE = 8;

const waiting = new Map<HTMLCanvasElement, Uint8Array>();

/** Draws a photo's blur into a canvas (an attachment): its colour at once, the rest when there is time. Cheaper than an image, of which a wall has many. */
export function thumbhashPaint(hash: string | null): (canvas: HTMLCanvasElement) => () => void {
    return (canvas) => {
        try {
            if (hash !== null) begin(canvas, bytesOf(hash));
        } catch {
            // A blur that cannot be read is no reason to miss the photo.
        }
        return () => waiting.delete(canvas);
    };
}

function begin(canvas: HTMLCanvasElement, hash: Uint8Array): void {
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    canvas.style.background = `rgb(${r * 255} ${g * 255} ${b * 255})`;
    if (waiting.size === 0) setTimeout(drawSome);
    waiting.set(canvas, hash);
}

function drawSome(): void {
    const end = performance.now() + SLICE;
    for (const [canvas, hash] of waiting) {
        if (performance.now() > end) return void setTimeout(drawSome);
        waiting.delete(canvas);
        try {
            draw(canvas, hash);
        } catch {
            // Nor to miss the others' blurs.
        }
    }
}

function draw(canvas: HTMLCanvasElement, hash: Uint8Array): void {
    const { width, height, rgba } = blurOf(hash);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
