import type { Ports } from './ports';
import type { AdminNews } from './types';

export interface OtherUpload {
    readonly who: string;
    readonly arrived: number;
    readonly expected: number;
}

const DONE_STAYS = 4000;
/** Who says nothing for so long has stopped. */
const SILENT = 60_000;

/** How far the other admins' uploads to one event have come. */
export class OtherUploads {
    #slug: string;
    #me: () => string;
    #ports: Ports;
    #uploads = new Map<string, OtherUpload>();
    #ends = new Map<string, () => void>();
    #listeners = new Set<(uploads: readonly OtherUpload[]) => void>();

    constructor(slug: string, me: () => string, ports: Ports) {
        this.#slug = slug;
        this.#me = me;
        this.#ports = ports;
    }

    subscribe(listener: (uploads: readonly OtherUpload[]) => void): () => void {
        this.#listeners.add(listener);
        listener([...this.#uploads.values()]);
        return () => this.#listeners.delete(listener);
    }

    news(news: AdminNews): void {
        if (news.type !== 'photo:upload:progress' || news.event_slug !== this.#slug || news.uploaded_by === this.#me()) return;
        const { uploaded_by: who, arrived, expected } = news;
        this.#uploads.set(who, { who, arrived, expected });
        this.#ends.get(who)?.();
        this.#ends.set(
            who,
            this.#ports.after(arrived >= expected ? DONE_STAYS : SILENT, () => {
                this.#uploads.delete(who);
                this.#tell();
            }),
        );
        this.#tell();
    }

    stop(): void {
        for (const end of this.#ends.values()) end();
    }

    #tell(): void {
        for (const listener of this.#listeners) listener([...this.#uploads.values()]);
    }
}
