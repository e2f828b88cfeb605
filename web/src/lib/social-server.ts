import { answer, bearer, type Api } from './api';
import type { WithToken } from './gallery-server';
import type { Comment, Like, NewComment } from './types';

/** What guests do with a photo besides looking at it. Calls reject with a {@link Problem}. */
export interface SocialServer {
    like(photoId: string, liked: boolean): Promise<Like>;
    comments(photoId: string): Promise<readonly Comment[]>;
    comment(photoId: string, comment: NewComment): Promise<Comment>;
}

export function socialServer(api: Api, withToken: WithToken): SocialServer {
    const of = (photo_id: string, token: string) => ({ params: { path: { photo_id } }, ...bearer(token) });
    return {
        like: (id, liked) =>
            withToken((token) =>
                answer(liked ? api.POST('/api/photos/{photo_id}/like', of(id, token)) : api.DELETE('/api/photos/{photo_id}/like', of(id, token))),
            ),
        comments: (id) =>
            withToken(async (token) => (await answer(api.GET('/api/photos/{photo_id}/comments', of(id, token)))).comments),
        comment: (id, body) => withToken((token) => answer(api.POST('/api/photos/{photo_id}/comments', { ...of(id, token), body }))),
    };
}
