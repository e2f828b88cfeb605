import type { AdminSession } from './admin-session';
import { answer, bearer, type Api } from './api';
import type { AdminEvent, AnyPhoto, Comment, EventChange, EventMetrics, ModeratedComment, NewEvent, Upload, UploadFile } from './types';

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

    changeEvent(slug: string, body: EventChange): Promise<AdminEvent> {
        const params = { path: { slug } };
        return this.#session.call((token) => answer(this.#api.PATCH('/api/admin/events/{slug}', { params, body, ...bearer(token) })));
    }

    async purgeEvent(slug: string): Promise<void> {
        const params = { path: { slug } };
        await this.#session.call((token) => answer(this.#api.DELETE('/api/admin/events/{slug}', { params, ...bearer(token) })));
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

    retry(photo_id: string): Promise<AnyPhoto> {
        const params = { path: { photo_id } };
        return this.#session.call((token) => answer(this.#api.POST('/api/admin/photos/{photo_id}/retry', { params, ...bearer(token) })));
    }

    metrics(slug: string): Promise<EventMetrics> {
        const params = { path: { slug } };
        return this.#session.call((token) => answer(this.#api.GET('/api/admin/events/{slug}/metrics', { params, ...bearer(token) })));
    }

    async comments(slug: string): Promise<ModeratedComment[]> {
        const params = { path: { slug } };
        const { comments } = await this.#session.call((token) =>
            answer(this.#api.GET('/api/admin/events/{slug}/comments', { params, ...bearer(token) })),
        );
        return comments;
    }

    /** Of one photo, oldest first, as guests see them. */
    async photoComments(photo_id: string): Promise<Comment[]> {
        const params = { path: { photo_id } };
        const { comments } = await this.#session.call((token) =>
            answer(this.#api.GET('/api/photos/{photo_id}/comments', { params, ...bearer(token) })),
        );
        return comments;
    }

    hideComment({ photo_id, id: comment_id }: ModeratedComment, hidden: boolean): Promise<ModeratedComment> {
        const params = { path: { photo_id, comment_id } };
        return this.#session.call((token) =>
            answer(this.#api.PATCH('/api/admin/photos/{photo_id}/comments/{comment_id}', { params, body: { hidden }, ...bearer(token) })),
        );
    }

    async deleteComment({ photo_id, id: comment_id }: ModeratedComment): Promise<void> {
        const params = { path: { photo_id, comment_id } };
        await this.#session.call((token) =>
            answer(this.#api.DELETE('/api/admin/photos/{photo_id}/comments/{comment_id}', { params, ...bearer(token) })),
        );
    }

    /** A WebSocket URL of the room `admin`, with a ticket that lives for a minute. */
    async liveUrl(): Promise<string> {
        const { url } = await this.#session.call((token) => answer(this.#api.POST('/api/admin/live', bearer(token))));
        return url;
    }
}
