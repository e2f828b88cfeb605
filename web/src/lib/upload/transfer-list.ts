import { finished, settled, STATES, type Transfer, type TransferState } from './transfer';

/** Transfers by id and by state, with their sums; each question costs the same whether there are ten or ten thousand. */
export class TransferList {
    #all = new Map<string, Transfer>();
    #byState = Object.fromEntries(STATES.map((state) => [state, new Set<string>()])) as Record<TransferState, Set<string>>;
    #bytes = 0;
    #sent = 0;
    #left = 0;

    get size(): number {
        return this.#all.size;
    }

    /** Of all that is worth sending. */
    get bytes(): number {
        return this.#bytes;
    }

    get sent(): number {
        return this.#sent;
    }

    /** Bytes still to be sent. */
    get left(): number {
        return this.#left;
    }

    get busy(): boolean {
        return STATES.some((state) => !settled(state) && this.#byState[state].size > 0);
    }

    get(id: string): Transfer | undefined {
        return this.#all.get(id);
    }

    count(...states: TransferState[]): number {
        return states.reduce((sum, state) => sum + this.#byState[state].size, 0);
    }

    /** Those in a state, in the order they came to it, as it is now. */
    in(state: TransferState): Transfer[] {
        return [...this.#byState[state]].map((id) => this.#all.get(id)!);
    }

    /** The first so many in any of these states. */
    some(most: number, ...states: TransferState[]): Transfer[] {
        const some: Transfer[] = [];
        for (const state of states) {
            for (const id of this.#byState[state]) {
                if (some.length >= most) return some;
                some.push(this.#all.get(id)!);
            }
        }
        return some;
    }

    set(transfer: Transfer): void {
        const before = this.#all.get(transfer.id);
        if (before) this.#sum(before, -1);
        if (before && before.state !== transfer.state) this.#byState[before.state].delete(transfer.id);
        this.#all.set(transfer.id, transfer);
        this.#byState[transfer.state].add(transfer.id);
        this.#sum(transfer, +1);
    }

    remove(id: string): void {
        const transfer = this.#all.get(id);
        if (!transfer) return;
        this.#sum(transfer, -1);
        this.#byState[transfer.state].delete(id);
        this.#all.delete(id);
    }

    #sum({ state, size, sent }: Transfer, sign: 1 | -1): void {
        if (state === 'rejected') return;
        this.#bytes += sign * size;
        this.#sent += sign * (finished(state) ? size : sent);
        if (!settled(state)) this.#left += sign * (size - sent);
    }
}
