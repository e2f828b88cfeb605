import type { AdminNews, Photo } from './types';

export interface FailedPhoto {
    readonly photo_id: string;
    /** Null for what was never published: it is known by its number only. */
    readonly file_name: string | null;
    readonly error: string;
}

type Told = Extract<AdminNews, { type: 'photo:failed' }>;

/** What guests miss: the gallery's photos without a preview, and what was told of those that never came into the gallery. */
export function failedPhotos(photos: readonly Photo[], told: readonly Told[]): FailedPhoto[] {
    const here = new Set(photos.map(({ photo_id }) => photo_id));
    const shown = photos.filter((photo) => photo.processing_status === 'FAILED');
    const unseen = new Map(told.filter(({ photo_id }) => !here.has(photo_id)).map((news) => [news.photo_id, news]));
    return [
        ...shown.map(({ photo_id, file_name, processing_error }) => ({ photo_id, file_name, error: processing_error ?? '' })),
        ...[...unseen.values()].map(({ photo_id, error }) => ({ photo_id, file_name: null, error })),
    ];
}
