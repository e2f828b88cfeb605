/** A place in an event's change log. The server writes it `{epoch}.{seq}`; a restored table starts a new epoch. */
export interface Cursor {
    readonly epoch: string;
    readonly seq: number;
}

export function parseCursor(text: string): Cursor {
    const dot = text.lastIndexOf('.');
    const seq = Number(text.slice(dot + 1));
    if (dot < 1 || !Number.isSafeInteger(seq) || seq < 0) throw new TypeError(`Not a cursor: ${text}`);
    return { epoch: text.slice(0, dot), seq };
}

export function formatCursor({ epoch, seq }: Cursor): string {
    return `${epoch}.${seq}`;
}
