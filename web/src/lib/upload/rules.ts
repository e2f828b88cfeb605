import { m } from '../language.svelte';
import { Problem } from '../problem';
import type { Upload } from '../types';

const LARGEST = 100 * 1024 * 1024;
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Why a file need not be offered at all, as a sentence. */
export function unwanted(file: File): string | null {
    if (!TYPES.has(typeOf(file))) return m.upload.notAnImage;
    if (file.size === 0) return m.upload.empty;
    return file.size > LARGEST ? m.upload.tooLarge : null;
}

/** Some systems know no type for a file that a camera wrote. */
export function typeOf(file: File): string {
    if (file.type) return file.type;
    const ending = /\.(jpe?g|png|webp)$/i.exec(file.name)?.[1]?.toLowerCase();
    return ending ? `image/${ending === 'jpg' ? 'jpeg' : ending}` : '';
}

/** Why the server rejected it, as a sentence. */
export function refusal(upload: Upload | undefined): string {
    switch (upload?.error?.code) {
        case 'unsupported-type':
            return m.upload.notAnImage;
        case 'file-too-large':
            return m.upload.tooLarge;
        case 'invalid-request':
            return upload.error.detail;
        case undefined:
            return m.admin.failed;
    }
}

export function reasonOf(error: unknown): string {
    if (!(error instanceof Problem)) return m.admin.failed;
    if (error.code === 'object-mismatch') return m.upload.changed;
    if (error.status === 0) return m.upload.network;
    return error.message || m.admin.failed;
}

/** What the network or a busy server refused may be granted in a moment. */
export function passing(error: unknown): boolean {
    return error instanceof Problem && (error.status === 0 || error.status >= 429 || error.code === 'unreachable' || error.code === 'object-missing');
}
