import type { Box } from './justified';
import type { Photo } from './types';

/** A photo in its place on the wall. */
export interface Hung {
    readonly box: Box;
    readonly photo: Photo;
}

/**
 * Of what should be on the page, what may be there now: each call lets so many photos in that are new or have changed; a changed one
 * stays as it was until then. What is not wanted any more goes at once.
 */
export function fewAtATime(): (wanted: readonly Hung[], most: number) => { hung: Hung[]; waiting: boolean } {
    let there = new Map<string, Photo>();
    return (wanted, most) => {
        const before = there;
        const hung: Hung[] = [];
        let waiting = false;
        there = new Map();
        for (const { box, photo } of wanted) {
            const old = before.get(photo.photo_id);
            const now = old === photo || most-- > 0 ? photo : old;
            if (now !== photo) waiting = true;
            if (!now) continue;
            there.set(photo.photo_id, now);
            hung.push({ box, photo: now });
        }
        return { hung, waiting };
    };
}
