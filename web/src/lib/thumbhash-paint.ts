import { thumbHashToAverageRGBA } from 'thumbhash';
import { inSpareTime } from './spare-time';
import { blurOf, bytesOf } from './thumbhash';

/** Draws a photo's blur into a canvas (an attachment): its colour at once, the rest when there is time. Cheaper than an image, of which a wall has many. */
export function thumbhashPaint(hash: string | null): (canvas: HTMLCanvasElement) => void | (() => void) {
    return (canvas) => {
        if (hash === null) return;
        try {
            return begin(canvas, bytesOf(hash));
        } catch {
            // A blur that cannot be read is no reason to miss the photo.
        }
    };
}

function begin(canvas: HTMLCanvasElement, hash: Uint8Array): () => void {
    const { r, g, b } = thumbHashToAverageRGBA(hash);
    canvas.style.background = `rgb(${r * 255} ${g * 255} ${b * 255})`;
    return inSpareTime(() => draw(canvas, hash));
}

function draw(canvas: HTMLCanvasElement, hash: Uint8Array): void {
    const { width, height, rgba } = blurOf(hash);
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
