import { answer, bearer, type Api } from './api';
import type { WithToken } from './gallery-server';
import type { Photo } from './types';

/**
 * Saves the original under its own name. The call answers a redirect that needs the bearer token, which a plain link cannot send; so it is
 * fetched (the browser follows to the store of photos, and leaves the token behind) and saved from memory.
 */
export async function download(api: Api, withToken: WithToken, photo: Photo): Promise<void> {
    const path = { photo_id: photo.photo_id };
    const blob = await withToken((token) =>
        answer(api.GET('/api/photos/{photo_id}/download', { params: { path }, ...bearer(token), parseAs: 'blob' })),
    );
    const url = URL.createObjectURL(blob as unknown as Blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = photo.file_name;
    link.click();
    // The browser reads the blob after this turn; a minute is enough for it to have begun.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
