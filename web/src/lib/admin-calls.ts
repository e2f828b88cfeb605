import type { AdminSession } from './admin-session';
import { answer, bearer, type Api } from './api';
import type { AdminEvent, AnyPhoto, Metrics, NewEvent, Upload, UploadFile } from './types';

/** The calls of the admin page, each with the token of the moment. */
export class AdminCalls {
    #api: Api;
    #session: AdminSession;

    constructor(api: Api, session: AdminSession) {
        this.#api = api;
        this.#session = session;
    }

    async events(): Promise<AdminEvent[]> {
        const { events } = await this.#session.call((token) => answer(this.#api.GET('/api/admin/events', bearer(token))));
        return events;
    }

    createEvent(body: NewEvent): Promise<AdminEvent> {
        return this.#session.call((token) => answer(this.#api.POST('/api/admin/events', { body, ...bearer(token) })));
    }

    async tickets(slug: string, files: UploadFile[]): Promise<Upload[]> {
        const params = { path: { slug } };
        const { uploads } = await this.#session.call((token) =>
            answer(this.#api.POST('/api/admin/events/{slug}/uploads', { params, body: { files }, ...bearer(token) })),
        );
        return uploads as Upload[];
    }

    complete(photo_id: string): Promise<AnyPhoto> {
        const params = { path: { photo_id } };
        return this.#session.call((token) => answer(this.#api.POST('/api/admin/photos/{photo_id}/complete', { params, ...bearer(token) })));
    }

    async remove(photo_id: string): Promise<void> {
        const params = { path: { photo_id } };
        await this.#session.call((token) => answer(this.#api.DELETE('/api/admin/photos/{photo_id}', { params, ...bearer(token) })));
    }

    async restore(photo_id: string): Promise<void> {
        const params = { path: { photo_id } };
        await this.#session.call((token) => answer(this.#api.POST('/api/admin/photos/{photo_id}/restore', { params, ...bearer(token) })));
    }

    metrics(): Promise<Metrics> {
        return this.#session.call((token) => answer(this.#api.GET('/api/metrics/live', bearer(token))));
    }
}
