import type { components } from '../generated/api';

type Schemas = components['schemas'];

/** What was never published has no place in a gallery, so here these three are always known. */
export type Photo = Schemas['Photo'] & { seq: number; width: number; height: number };
export type AnyPhoto = Schemas['Photo'];
export type Thumbnails = Schemas['Thumbnails'];
export type Page = Omit<Schemas['Page'], 'photos'> & { photos: Photo[] };
export type Delta = Omit<Schemas['Delta'], 'photos'> & { photos: Photo[] };
export type Summary = Schemas['Gallery'];
export type EventInfo = Schemas['GuestEvent'];
export type AdminEvent = Schemas['Event'];
export type NewEvent = Schemas['NewEvent'];
export type Session = Schemas['Session'];
export type Login = Schemas['Login'];
export type EventChange = Schemas['EventChange'];
export type EventMetrics = Schemas['EventMetrics'];
export type ModeratedComment = Schemas['ModeratedComment'];
export type UploadFile = Schemas['UploadFile'];
export type Upload = Schemas['Upload'];
export type SignedPut = Schemas['SignedPut'];
export type Like = Schemas['Like'];
export type Comment = Schemas['Comment'];
export type NewComment = Schemas['NewComment'];

/** Committed changes carry `seq`; likes do not (contracts/live/asyncapi.yaml). */
export type GalleryEvent = { seq?: number | null; photo_id: string } & (
    | { type: 'photo:upload:complete' | 'photo:updated' | 'photo:restored'; photo: Photo }
    | { type: 'photo:deleted' }
    | { type: 'comment:added'; comment: Comment }
    | { type: 'photo:liked'; like_count: number; timestamp: string }
);

export interface Frame {
    type: 'batch:events' | 'joined';
    epoch: string;
    head: number;
    events: readonly GalleryEvent[];
}

/** What the room `admin` hears (contracts/live/asyncapi.yaml). */
export type AdminNews = { photo_id: string; event_slug: string } & (
    | { type: 'photo:upload:progress'; uploaded_by: string; arrived: number; expected: number }
    | { type: 'photo:failed'; error: string }
    | { type: 'notification:new-comment'; comment: Comment }
);
