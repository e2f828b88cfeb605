import { rgbaToThumbHash } from 'thumbhash';
import { captureTime } from './capture-time';
import type { Facts } from './upload/transfer';

const PREVIEW = 100;

self.onmessage = async ({ data: { id, file } }: MessageEvent<{ id: number; file: Blob }>) => {
    try {
        const [sha256, picture, taken_at] = await Promise.all([hash(file), look(file), captureTime(file)]);
        self.postMessage({ id, facts: { sha256, ...picture, taken_at } satisfies Facts });
    } catch (error) {
        self.postMessage({ id, error: String(error) });
    }
};

async function hash(file: Blob): Promise<string> {
    const bytes = await file.arrayBuffer();
    // Plain http from another machine is no secure context and has no crypto.subtle.
    if (crypto.subtle) return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    const { sha256 } = await import('@noble/hashes/sha2.js');
    return base64(sha256(new Uint8Array(bytes)));
}

/** Size and blur of the picture, so that guests see it take shape before the server has made anything. */
async function look(file: Blob): Promise<Partial<Facts>> {
    try {
        const picture = await createImageBitmap(file);
        const { width, height } = picture;
        const scale = PREVIEW / Math.max(width, height, PREVIEW);
        const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
        const canvas = new OffscreenCanvas(w, h).getContext('2d')!;
        canvas.drawImage(picture, 0, 0, w, h);
        picture.close();
        return { width, height, thumbhash: base64(rgbaToThumbHash(w, h, canvas.getImageData(0, 0, w, h).data)) };
    } catch {
        return {};
    }
}

function base64(bytes: Uint8Array): string {
    return btoa(String.fromCharCode(...bytes));
}
