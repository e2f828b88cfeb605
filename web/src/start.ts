import { lasts, recall } from './lib/kept-session';
import { route } from './lib/route';
import type { Session } from './lib/types';

/** What the page is about, by its address. */
export const about = route(location.pathname);

/** Asked for while the rest of the page is still on its way (vite.config.ts), as every other answer waits for this one. Null when it does not come. */
export const session = about.name === 'gallery' ? join(about.slug) : null;

/** By hand, for what calls the API otherwise is part of the rest. */
async function join(slug: string): Promise<Session | null> {
    const { kept, secret } = recall(slug, location.hash, localStorage);
    if (kept && lasts(kept, Date.now())) return null;
    try {
        const answer = await fetch(`/api/gallery/${encodeURIComponent(slug)}/sessions`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(secret === null ? {} : { join_secret: secret }),
            cache: 'no-store',
            signal: AbortSignal.timeout(20_000),
        });
        return answer.ok ? ((await answer.json()) as Session) : null;
    } catch {
        return null;
    }
}
