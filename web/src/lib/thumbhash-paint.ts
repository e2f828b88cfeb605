import { thumbHashToAverageRGBA, thumbHashToDataURL, thumbHashToRGBA } from 'thumbhash';

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
    const { w, h, rgba } = thumbHashToRGBA(hash);
    canvas.width = w;
    canvas.height = h;
    const image = new ImageData(w, h);
    image.data.set(rgba);
    canvas.getContext('2d')?.putImageData(image, 0, 0);
}

/** The blur as an image's address; null when there is none. */
export function thumbhashUrl(hash: string | null): string | null {
    try {
        return hash === null ? null : thumbHashToDataURL(bytesOf(hash));
    } catch {
        return null;
    }
}

function bytesOf(hash: string): Uint8Array {
    return Uint8Array.from(atob(hash), (c) => c.charCodeAt(0));
}
