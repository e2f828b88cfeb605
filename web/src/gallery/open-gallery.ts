import { createApi, type Api } from '../lib/api';
import { galleryServer, type WithToken } from '../lib/gallery-server';
import { GalleryStore } from '../lib/gallery-store';
import { GuestSession } from '../lib/guest-session';
import { keepAwake } from '../lib/keep-awake';
import { browserPorts } from '../lib/ports';

/** One event's gallery, as its page shows it. */
export interface OpenGallery {
    readonly event: string;
    readonly api: Api;
    readonly withToken: WithToken;
    readonly store: GalleryStore;
    close(): void;
}

/** Asks for the first photos at once: on a phone they are here when the page that shows them is. */
export function openGallery(event: string): OpenGallery {
    const api = createApi();
    const session = new GuestSession(api, event, location.hash, localStorage, Date.now);
    const withToken: WithToken = (run) => session.call(run);
    const store = new GalleryStore(event, galleryServer(api, event, withToken), browserPorts);
    return { event, api, withToken, store, close: keepAwake(store) };
}
