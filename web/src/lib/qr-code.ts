import encodeQR from 'qr';

/** What a scanner needs around the code, in modules. */
export const QUIET = 4;

export interface QrCode {
    /** Modules along an edge, with the quiet zone. */
    readonly size: number;
    /** The dark modules, as a path of unit squares. */
    readonly path: string;
}

/** Medium correction: a sheet on a table gets stains, and a longer code would be harder to scan from afar. */
export function qrCode(text: string): QrCode {
    const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
    const path = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
    return { size: rows.length, path };
}

export function svgOf({ size, path }: QrCode): Blob {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
    return new Blob([text], { type: 'image/svg+xml' });
}

/** About a thousand pixels along an edge, each module a whole number of them. */
export function pngOf({ size, path }: QrCode): Promise<Blob> {
    const scale = Math.ceil(1000 / size);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size * scale;
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.scale(scale, scale);
    pen.fillStyle = '#000';
    pen.fill(new Path2D(path));
    return new Promise((resolve, reject) => canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('No PNG'))), 'image/png'));
}
