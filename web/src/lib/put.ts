import { Problem } from './problem';
import type { SignedPut } from './types';

/** What a browser sends by itself, and lets no page set. */
const BROWSERS_OWN = new Set(['host', 'content-length']);
const STALLED = 60_000;

/** Sends a file exactly as its ticket says. By XMLHttpRequest: fetch does not tell how far it is. */
export function put(ticket: SignedPut, file: Blob, onprogress: (sent: number) => void, signal: AbortSignal): Promise<number> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open(ticket.method, ticket.url);
        for (const [name, value] of Object.entries(ticket.headers)) {
            if (!BROWSERS_OWN.has(name.toLowerCase())) request.setRequestHeader(name, value);
        }
        let stalled: ReturnType<typeof setTimeout>;
        const alive = (): void => {
            clearTimeout(stalled);
            stalled = setTimeout(() => request.abort(), STALLED);
        };
        const abort = (): void => request.abort();
        signal.addEventListener('abort', abort);
        const lost = (): void => {
            clearTimeout(stalled);
            signal.removeEventListener('abort', abort);
            reject(Problem.unreachable(new Error('PUT was cut off')));
        };
        request.upload.onprogress = ({ loaded }) => {
            alive();
            onprogress(loaded);
        };
        request.onload = () => {
            clearTimeout(stalled);
            signal.removeEventListener('abort', abort);
            resolve(request.status);
        };
        request.onerror = request.onabort = lost;
        alive();
        // A slice without a type, so that the ticket's content type is the only one.
        request.send(file.slice(0, file.size, ''));
    });
}
