/** A file and where it lay below the folder that was chosen; two folders may hold files that differ in nothing else. */
export interface Chosen {
    readonly file: File;
    readonly path: string;
}

/** What was chosen in a dialog. */
export function chosen(files: FileList | null): Chosen[] {
    return [...(files ?? [])].filter(({ name }) => !name.startsWith('.')).map((file) => ({ file, path: file.webkitRelativePath }));
}

/** The files that were dropped, also those in dropped folders. Has to be called during the drop itself. */
export async function filesOf(data: DataTransfer): Promise<Chosen[]> {
    const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
    if (entries.length === 0) return chosen(data.files);
    return (await Promise.all(entries.map(below))).flat();
}

async function below(entry: FileSystemEntry): Promise<Chosen[]> {
    if (entry.name.startsWith('.')) return [];
    if (entry.isFile) {
        const file = await new Promise<File>((ok, no) => (entry as FileSystemFileEntry).file(ok, no));
        return [{ file, path: entry.fullPath.split('/').length > 2 ? entry.fullPath.slice(1) : '' }];
    }
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
