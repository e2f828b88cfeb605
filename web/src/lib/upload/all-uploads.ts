import type { AdminCalls } from '../admin-calls';
import { browserPorts } from '../ports';
import { put } from '../put';
import { fileReader } from '../read-file';
import { unfinishedUploads, Uploads } from './uploads';

/** Every event's uploads. They live as long as the page, whichever event is looked at. */
export class AllUploads {
    #calls: AdminCalls;
    #read = fileReader();
    #uploads = new Map<string, Uploads>();

    constructor(calls: AdminCalls) {
        this.#calls = calls;
    }

    of(slug: string): Uploads {
        let uploads = this.#uploads.get(slug);
        if (!uploads) {
            const calls = this.#calls;
            const ours = { read: this.#read, put, tickets: calls.tickets.bind(calls, slug), complete: calls.complete.bind(calls) };
            this.#uploads.set(slug, (uploads = new Uploads(slug, ours, browserPorts, Date.now)));
        }
        return uploads;
    }

    get busy(): boolean {
        return [...this.#uploads.values()].some((uploads) => uploads.busy);
    }

    /** Goes on where an earlier page stopped, also in events that nobody looks at now. */
    async goOn(): Promise<void> {
        for (const slug of await unfinishedUploads(Date.now())) this.of(slug);
    }

    drop(slug: string): void {
        this.#uploads.get(slug)?.drop();
        this.#uploads.delete(slug);
    }

    loggedIn(): void {
        for (const uploads of this.#uploads.values()) uploads.loggedIn();
    }

    /** The network is back: what gave up while it was away gets another try. */
    online(): void {
        for (const uploads of this.#uploads.values()) uploads.retry();
    }
}
