import { thumbHashToDataURL, thumbHashToRGBA } from 'thumbhash';

/** Draws a photo's blur into a canvas (an attachment). Cheaper than an image, of which a wall has many. */
export function thumbhashPaint(hash: string | null): (canvas: HTMLCanvasElement) => void {
    return (canvas) => {
        if (hash === null) return;
        try {
            const { w, h, rgba } = thumbHashToRGBA(Uint8Array.from(atob(hash), (c) => c.charCodeAt(0)));
            canvas.width = w;
            canvas.height = h;
            const image = new ImageData(w, h);
            image.data.set(rgba);
            canvas.getContext('2d')?.putImageData(image, 0, 0);
        } catch {
            // A blur that cannot be read is no reason to miss the photo.
        }
    };
}

/** The blur as an image's address; null when there is none. */
export function thumbhashUrl(hash: string | null): string | null {
    try {
        return hash === null ? null : thumbHashToDataURL(Uint8Array.from(atob(hash), (c) => c.charCodeAt(0)));
    } catch {
        return null;
    }
}
