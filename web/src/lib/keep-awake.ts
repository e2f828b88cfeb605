/** What lives on the network while a page is open. */
export interface Awake {
    start(): void;
    stop(): void;
    /** The page is visible again, or the network is back. */
    wake(): void;
    networkLost(): void;
}

/** Runs a store while a page is open, and tells it at once what the browser knows about the network and the page. */
export function keepAwake(store: Awake): () => void {
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
