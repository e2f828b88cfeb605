/** Saves something from memory under a name. */
export function save(blob: Blob, name: string): void {
    const url = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // The browser reads the blob after this turn; a minute is enough for it to have begun.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
