/** The files that were dropped, also those in dropped folders. Has to be called during the drop itself. */
export async function filesOf(data: DataTransfer): Promise<File[]> {
    const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    if (entries.length === 0) return [...data.files];
    return (await Promise.all(entries.map(below))).flat();
}

async function below(entry: FileSystemEntry): Promise<File[]> {
    if (entry.name.startsWith('.')) return [];
    if (entry.isFile) return [await new Promise<File>((ok, no) => (entry as FileSystemFileEntry).file(ok, no))];
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    const children: FileSystemEntry[] = [];
    // A reader gives at most a hundred at a time, and none at the end.
    for (;;) {
        const some = await new Promise<FileSystemEntry[]>((ok, no) => reader.readEntries(ok, no));
        if (some.length === 0) break;
        children.push(...some);
    }
    return (await Promise.all(children.map(below))).flat();
}
