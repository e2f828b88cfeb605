import type { AdminEvent } from './types';

const key = (slug: string): string => `kilat:invitation:${slug}`;

/** A private event tells its secret link once, when it is made; the browser that made it remembers it. */
export function keepInvitation(event: AdminEvent): void {
    if (event.access === 'private') localStorage.setItem(key(event.slug), event.join_url);
}

/** The link that lets guests in; null when it is known only elsewhere. */
export function invitation(event: AdminEvent): string | null {
    return event.access === 'private' ? localStorage.getItem(key(event.slug)) : event.join_url;
}
