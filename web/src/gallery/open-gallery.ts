import { createApi, type Api } from '../lib/api';
import { galleryServer, type WithToken } from '../lib/gallery-server';
import { GalleryStore } from '../lib/gallery-store';
import { GuestSession } from '../lib/guest-session';
import { keepAwake } from '../lib/keep-awake';
import { browserPorts } from '../lib/ports';
import type { Session } from '../lib/types';

/** One event's gallery, as its page shows it. */
export interface OpenGallery {
    readonly event: string;
    readonly api: Api;
    readonly withToken: WithToken;
    readonly store: GalleryStore;
    /** The first photos have been asked for, or cannot be. */
    readonly asked: Promise<unknown>;
    close(): void;
}

/** Asks for the first photos at once: on a phone they are here when the page that shows them is. */
export function openGallery(event: string, joined: Promise<Session | null> | null): OpenGallery {
    const api = createApi();
    const session = new GuestSession(api, event, location.hash, localStorage, Date.now, joined);
    const withToken: WithToken = (run) => session.call(run);
    const store = new GalleryStore(event, galleryServer(api, event, withToken), browserPorts);
    const close = keepAwake(store);
    const asked = withToken(async () => {}).catch(() => {});
    return { event, api, withToken, store, asked: asked.then(() => new Promise((next) => setTimeout(next))), close };
}
