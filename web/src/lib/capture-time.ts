const ORIGINAL = 0x9003;
const OFFSET = 0x9011;
const EXIF = 0x8769;
const ASCII = 2;
const HEAD = 128 * 1024;

/** When a camera says the picture was taken, in UTC; null when it does not say. Reads only the beginning of the file. */
export async function captureTime(file: Blob): Promise<string | null> {
    const bytes = await file.slice(0, HEAD).arrayBuffer();
    try {
        const tiff = exifOf(new DataView(bytes));
        return tiff && taken(tiff);
    } catch {
        return null; // Ends in the middle, or points outside: as good as none.
    }
}

/** The EXIF block of a JPEG; PNG and WebP seldom carry one. */
function exifOf(view: DataView): DataView | null {
    if (view.getUint16(0) !== 0xffd8) return null;
    for (let at = 2; at + 4 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
        const marker = view.getUint16(at);
        if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return new DataView(view.buffer, at + 10, view.getUint16(at + 2) - 8);
        // Where the picture begins, or what is no segment at all.
        if (marker < 0xff01 || marker === 0xffda) return null;
    }
    return null;
}

function taken(tiff: DataView): string | null {
    const little = tiff.getUint16(0) === 0x4949;
    const pointer = entry(tiff, tiff.getUint32(4, little), EXIF, little);
    if (pointer === null) return null;
    const directory = tiff.getUint32(pointer + 8, little);
    const when = text(tiff, entry(tiff, directory, ORIGINAL, little), little);
    const offset = text(tiff, entry(tiff, directory, OFFSET, little), little);
    const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(when);
    if (!parts) return null;
    const [, year, month, day, hour, minute, second] = parts;
    const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
    // Without an offset the camera's clock is most likely set to where this device is, too.
    const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
    return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** Where a directory's entry for `tag` begins. */
function entry(tiff: DataView, directory: number, tag: number, little: boolean): number | null {
    const entries = tiff.getUint16(directory, little);
    for (let i = 0; i < entries; i++) {
        const at = directory + 2 + 12 * i;
        if (tiff.getUint16(at, little) === tag) return at;
    }
    return null;
}

function text(tiff: DataView, at: number | null, little: boolean): string {
    if (at === null || tiff.getUint16(at + 2, little) !== ASCII) return '';
    const length = tiff.getUint32(at + 4, little);
    const from = length <= 4 ? at + 8 : tiff.getUint32(at + 8, little);
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(tiff.getUint8(from + i));
    return text.replace(/\0.*$/s, '').trim();
}
