const LONGEST = 63;

/** What is left of a name in lower-case ASCII letters, digits and hyphens: an event's address. May come out too short to be one. */
export function slugOf(name: string): string {
    return name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/&/g, ' and ')
        .replace(/['’]/g, '')
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, LONGEST)
        .replace(/^-+|-+$/g, '');
}

export function isSlug(text: string): boolean {
    return /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text);
}

/** Where an invitation leads, be it a link (of whatever origin) or an event's name; null if nowhere. */
export function galleryPath(invitation: string): string | null {
    const text = invitation.trim();
    const link = /\/e\/([^/?#\s]+)\/?(?:\?[^#\s]*)?(#\S*)?$/.exec(text);
    const slug = link ? link[1]!.toLowerCase() : slugOf(text);
    return isSlug(slug) ? `/e/${slug}${link?.[2] ?? ''}` : null;
}
