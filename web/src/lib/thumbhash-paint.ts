import { thumbHashToAverageRGBA } from 'thumbhash';
import { inSpareTime } from './spare-time';
import { bytesOf } from './thumbhash';
import { thumbhashUrl } from './thumbhash-url';

/**
 * Paints a photo's blur behind an element (an attachment): its colour at once, the rest when there is time. As a background, because
 * each canvas is a layer of its own: a dozen of them are long frames wherever one is added.
 */
export function thumbhashPaint(hash: string | null): (element: HTMLElement) => void | (() => void) {
    return ({ style }) => {
        if (hash === null) return;
        try {
            const { r, g, b } = thumbHashToAverageRGBA(bytesOf(hash));
            style.backgroundColor = `rgb(${r * 255} ${g * 255} ${b * 255})`;
        } catch {
            // A blur that cannot be read is no reason to miss the photo.
            return;
        }
        return inSpareTime(() => {
            const url = thumbhashUrl(hash);
            if (url === null) return;
            style.backgroundSize = '100% 100%';
            style.backgroundImage = `url("${url}")`;
        });
    };
}
