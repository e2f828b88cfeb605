import type { AdminEvent } from './types';

/** The server's list, newest first: what was made while it was on its way stays, and what was deleted does not come back. */
export function upToDate(loaded: readonly AdminEvent[], whenAsked: readonly AdminEvent[], now: readonly AdminEvent[]): AdminEvent[] {
    const [before, here, there] = [whenAsked, now, loaded].map((events) => new Set(events.map(({ slug }) => slug))) as [Set<string>, Set<string>, Set<string>];
    const made = now.filter(({ slug }) => !before.has(slug) && !there.has(slug));
    const kept = loaded.filter(({ slug }) => !before.has(slug) || here.has(slug));
    return [...made, ...kept].sort((a, b) => b.created_at.localeCompare(a.created_at));
}
