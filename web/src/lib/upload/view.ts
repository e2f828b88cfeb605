import type { Transfer, TransferState } from './transfer';
import type { TransferList } from './transfer-list';

/** Of thousands of transfers, what a page shows. */
export interface QueueView {
    readonly count: Readonly<Record<'all' | 'done' | 'duplicate' | 'rejected' | 'failed', number>>;
    readonly busy: boolean;
    /** Whose turn it is, when nothing moves. */
    readonly paused: 'you' | 'login' | null;
    readonly bytes: number;
    readonly sent: number;
    /** Bytes a second. */
    readonly rate: number;
    readonly secondsLeft: number | null;
    readonly moving: readonly Transfer[];
    /** What failed and what was rejected, or the first of it. */
    readonly trouble: readonly Transfer[];
}

const TROUBLE = 50;
const MOVING = 12;

export function show(list: TransferList, paused: QueueView['paused'], rate: number): QueueView {
    const count = (state: TransferState): number => list.count(state);
    return {
        count: { all: list.size, done: count('done'), duplicate: count('duplicate'), rejected: count('rejected'), failed: count('failed') },
        busy: list.busy,
        paused,
        bytes: list.bytes,
        sent: list.sent,
        rate,
        secondsLeft: rate > 0 && list.left > 0 ? list.left / rate : null,
        moving: list.some(MOVING, 'completing', 'uploading', 'hashing'),
        trouble: list.some(TROUBLE, 'failed', 'rejected'),
    };
}
