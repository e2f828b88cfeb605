import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../generated/api';
import { Problem } from './problem';

const PATIENCE = 20_000;

export type Api = Client<paths>;

export function createApi(): Api {
    return createClient<paths>({
        baseUrl: '/',
        cache: 'no-store',
        // A network that went away without saying so must not keep a call waiting for minutes.
        fetch: (request) => fetch(request, { signal: AbortSignal.timeout(PATIENCE) }),
    });
}

export function bearer(token: string): { headers: { Authorization: string } } {
    return { headers: { Authorization: `Bearer ${token}` } };
}

interface Answer<T> {
    data?: T;
    error?: unknown;
    response: Response;
}

/** The body of a call that succeeded; everything else is thrown as a {@link Problem}. */
export async function answer<T>(call: Promise<Answer<T>>): Promise<T> {
    let outcome: Answer<T>;
    try {
        outcome = await call;
    } catch (cause) {
        throw Problem.unreachable(cause);
    }
    const { data, error, response } = outcome;
    if (response.ok) return data as T;
    throw problem(response, error);
}

/** Proxies in between answer HTML; then the status has to be enough. */
function problem({ status, headers }: Response, body: unknown): Problem {
    const { code, detail, field } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const byStatus: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not-found', 429: 'rate-limited' };
    return new Problem(
        status,
        typeof code === 'string' ? code : (byStatus[status] ?? 'internal'),
        typeof detail === 'string' ? detail : '',
        typeof field === 'string' ? field : undefined,
        Number(headers.get('Retry-After')) || undefined,
    );
}
