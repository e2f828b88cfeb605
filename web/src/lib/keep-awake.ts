import type { GalleryStore } from './gallery-store';

/** Runs a store while a page is open, and tells it at once what the browser knows about the network and the page. */
export function keepAwake(store: GalleryStore): () => void {
    const wake = (): void => store.wake();
    const lost = (): void => store.networkLost();
    const seen = (): void => {
        if (document.visibilityState === 'visible' && navigator.onLine) store.wake();
    };
    addEventListener('online', wake);
    addEventListener('offline', lost);
    addEventListener('pageshow', seen);
    document.addEventListener('visibilitychange', seen);
    store.start();
    return () => {
        removeEventListener('online', wake);
        removeEventListener('offline', lost);
        removeEventListener('pageshow', seen);
        document.removeEventListener('visibilitychange', seen);
        store.stop();
    };
}
