/** What a call that did not succeed says: the server's problem document (RFC 9457), or that the server was not reached. */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        detail: string,
        readonly field?: string,
        /** Seconds that the server wants to be left alone. */
        readonly retryAfter?: number,
    ) {
        super(detail);
    }

    static unreachable(cause: unknown): Problem {
        const problem = new Problem(0, 'unreachable', String(cause));
        problem.cause = cause;
        return problem;
    }

    static is(error: unknown, code: string): error is Problem {
        return error instanceof Problem && error.code === code;
    }
}
