import './a-window';
import GoldenRetriever from '@uppy/golden-retriever';

// It writes what it knows twice a second; a test does not wait for that.
Object.assign(GoldenRetriever, { [Symbol.for('uppy test: throttleTime')]: 0 });

export const DATABASE = 'uppy-blobs';

export async function inStore<T>(name: string, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await done(indexedDB.open(DATABASE));
    const result = await done(run(database.transaction([name], 'readwrite').objectStore(name)));
    database.close();
    return result;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
