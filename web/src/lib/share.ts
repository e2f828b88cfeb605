import type { Photo } from './types';

/** `dismissed`: the guest thought better of it. */
export type Shared = 'shared' | 'copied' | 'dismissed' | 'failed';

/** Shares a photo as a file where the browser can, else as a link; where it cannot share at all, copies the link. */
export async function share(photo: Photo, link: string): Promise<Shared> {
    try {
        if (typeof navigator.share !== 'function') return await copy(link);
        const file = await fileOf(photo);
        const files = file ? { files: [file] } : null;
        await navigator.share(files && navigator.canShare?.(files) ? files : { url: link });
        return 'shared';
    } catch (error) {
        return (error as Error).name === 'AbortError' ? 'dismissed' : copy(link);
    }
}

/** The large thumbnail, which the page has just shown: the original would keep the guest waiting. */
async function fileOf(photo: Photo): Promise<File | null> {
    if (!photo.thumbnails || typeof navigator.canShare !== 'function') return null;
    try {
        const answer = await fetch(photo.thumbnails.large.url, { signal: AbortSignal.timeout(3000) });
        if (!answer.ok) return null;
        const blob = await answer.blob();
        return new File([blob], photo.file_name.replace(/\.[^.]*$/, '') + (blob.type === 'image/png' ? '.png' : '.jpg'), { type: blob.type });
    } catch {
        return null;
    }
}

async function copy(text: string): Promise<Shared> {
    try {
        await navigator.clipboard.writeText(text);
        return 'copied';
    } catch {
        return copyByHand(text) ? 'copied' : 'failed';
    }
}

/** For pages that are not secure, which have no clipboard. */
function copyByHand(text: string): boolean {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'visually-hidden';
    const before = document.activeElement as HTMLElement | null;
    (before?.parentElement ?? document.body).append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    before?.focus();
    return copied;
}
