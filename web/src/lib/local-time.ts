/** An instant as a `datetime-local` field has it, in the reader's zone; empty for none. */
export function toField(instant: string | null): string {
    if (instant === null) return '';
    const at = new Date(instant);
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What a `datetime-local` field says, as an instant; null when it is empty. */
export function fromField(text: string): string | null {
    return text === '' ? null : new Date(text).toISOString();
}

export function zoneName(): string {
    return Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ');
}
