import { thumbHashToDataURL } from 'thumbhash';
import { bytesOf } from './thumbhash';

/** The blur as an image's address; null when there is none. */
export function thumbhashUrl(hash: string | null): string | null {
    try {
        return hash === null ? null : thumbHashToDataURL(bytesOf(hash));
    } catch {
        return null;
    }
}
