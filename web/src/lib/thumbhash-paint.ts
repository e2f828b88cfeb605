import { thumbHashToRGBA } from 'thumbhash';

/** Draws a photo's blur into a canvas (an attachment). Not as a data: URL, which the content security policy refuses. */
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
