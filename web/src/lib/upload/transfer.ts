import type { AnyPhoto, SignedPut, Upload, UploadFile } from '../types';

/** What a file's bytes say; the picture's own facts are hints, and missing when a browser cannot read it. */
export type Facts = Pick<UploadFile, 'sha256' | 'width' | 'height' | 'thumbhash' | 'taken_at'>;

export interface Ticket {
    readonly photoId: string;
    readonly put: SignedPut;
}

/** What is known of a file and worth keeping beside its bytes. */
export interface Kept {
    readonly facts: Facts;
    readonly ticket?: Ticket;
}

export interface UploadCalls {
    read(file: Blob): Promise<Facts>;
    tickets(files: UploadFile[]): Promise<Upload[]>;
    /** The status S3 answers; rejects when it does not answer. */
    put(ticket: SignedPut, file: Blob, onprogress: (sent: number) => void, signal: AbortSignal): Promise<number>;
    complete(photoId: string): Promise<AnyPhoto>;
}

/** Where the files lie. What is kept there outlives the page, as far as the browser allows. */
export interface Shelf {
    /** Null when the bytes did not outlive the page. */
    bytes(id: string): Blob | null;
    keep(kept: ReadonlyMap<string, Kept | null>): void;
    release(ids: readonly string[]): void;
}

export const STATES = ['waiting', 'hashing', 'ready', 'uploading', 'completing', 'done', 'duplicate', 'rejected', 'failed'] as const;
export type TransferState = (typeof STATES)[number];

export interface Transfer {
    readonly id: string;
    readonly name: string;
    /** A media type. */
    readonly type: string;
    /** Bytes. */
    readonly size: number;
    readonly state: TransferState;
    /** Bytes. */
    readonly sent: number;
    /** Why it was rejected or failed, as a sentence. */
    readonly reason: string | null;
}

export function settled(state: TransferState): boolean {
    return state === 'done' || state === 'duplicate' || state === 'rejected' || state === 'failed';
}

/** Nothing is left to do about it, by anybody. */
export function finished(state: TransferState): boolean {
    return settled(state) && state !== 'failed';
}
