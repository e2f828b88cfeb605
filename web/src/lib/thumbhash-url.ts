import { rgbaToDataURL } from 'thumbhash';
import { blurOf, bytesOf } from './thumbhash';

/** The blur as an image's address; null when there is none, or none that can be read. */
export function thumbhashUrl(hash: string | null): string | null {
    if (hash === null) return null;
    try {
        const { width, height, rgba } = blurOf(bytesOf(hash));
        return rgbaToDataURL(width, height, rgba);
    } catch {
        return null;
    }
}
