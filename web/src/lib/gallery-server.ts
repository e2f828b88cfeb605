import { answer, bearer, type Api } from './api';
import type { GalleryServer } from './gallery-store';
import { Problem } from './problem';
import type { AnyPhoto, Delta, Page, Photo } from './types';

const PAGE = 60;

/** Runs a call with a token: a guest's own, or the admin's. */
export type WithToken = <T>(run: (token: string) => Promise<T>) => Promise<T>;

export function galleryServer(api: Api, slug: string, withToken: WithToken): GalleryServer {
    const path = { slug };
    const photos = (token: string, query: { limit?: number; before?: string; since?: string }) =>
        answer(api.GET('/api/gallery/{slug}/photos', { params: { path, query }, ...bearer(token) }));
    return {
        summary: () => withToken((token) => answer(api.GET('/api/gallery/{slug}', { params: { path }, ...bearer(token) }))),
        page: (before) =>
            withToken(async (token) => {
                const page = (await photos(token, { limit: PAGE, ...(before === null ? {} : { before }) })) as Page;
                return { ...page, photos: published(page.photos) };
            }),
        delta: (since) =>
            withToken(async (token) => {
                const delta = (await photos(token, { since })) as Delta;
                return { ...delta, photos: published(delta.photos) };
            }),
        photo: (photo_id) =>
            withToken(async (token) => {
                const params = { path: { slug, photo_id } };
                const photo = await answer(api.GET('/api/gallery/{slug}/photos/{photo_id}', { params, ...bearer(token) }));
                const [shown] = published([photo]);
                if (!shown) throw new Problem(404, 'not-found', 'It was never published.');
                return shown;
            }),
        liveUrl: () =>
            withToken(async (token) => {
                const { url } = await answer(api.POST('/api/gallery/{slug}/live', { params: { path }, ...bearer(token) }));
                return url;
            }),
    };
}

function published(photos: AnyPhoto[]): Photo[] {
    return photos.filter((photo): photo is Photo => photo.seq !== null && photo.width !== null && photo.height !== null);
}
