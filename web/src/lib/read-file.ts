import type { Facts } from './upload/transfer';

type Answer = { id: number } & ({ facts: Facts } | { error: string });

/** Reads files in a worker, so that a page of a thousand photos stays calm. */
export function fileReader(): (file: Blob) => Promise<Facts> {
    const worker = new Worker(new URL('./read-file.worker.ts', import.meta.url), { type: 'module' });
    const asked = new Map<number, { resolve: (facts: Facts) => void; reject: (error: Error) => void }>();
    let ids = 0;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        const waiting = asked.get(data.id);
        asked.delete(data.id);
        if ('facts' in data) waiting?.resolve(data.facts);
        else waiting?.reject(new Error(data.error));
    };
    worker.onerror = () => {
        for (const { reject } of asked.values()) reject(new Error('The worker stopped'));
        asked.clear();
    };
    return (file) =>
        new Promise((resolve, reject) => {
            const id = ids++;
            asked.set(id, { resolve, reject });
            worker.postMessage({ id, file });
        });
}
