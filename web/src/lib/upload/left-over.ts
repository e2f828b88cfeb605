/** Where the Golden Retriever keeps what it knows of each Uppy (version 6). */
const DATABASE = 'uppy-blobs';
const STORE = 'metadata';

interface Snapshot {
    id: string;
    expires: number;
    metadata: string;
}

/**
 * The Uppys of an earlier page that left something behind, and how many files each. The Golden Retriever tells when it has restored
 * something, but not that there is nothing to restore; so whoever waits for it has to look first.
 */
export async function leftOver(now: number): Promise<Map<string, number>> {
    try {
        const known = await indexedDB.databases();
        if (!known.some(({ name }) => name === DATABASE)) return new Map();
        const database = await done(indexedDB.open(DATABASE));
        try {
            if (!database.objectStoreNames.contains(STORE)) return new Map();
            const all = (await done(database.transaction([STORE]).objectStore(STORE).getAll())) as Snapshot[];
            const alive = all.filter(({ expires }) => expires >= now);
            return new Map(alive.map(({ id, metadata }) => [id, Object.keys((JSON.parse(metadata) as { files?: object }).files ?? {}).length]));
        } finally {
            database.close();
        }
    } catch {
        return new Map(); // Private windows refuse databases; then nothing was left either.
    }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
    });
}
