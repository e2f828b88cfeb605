import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { captureTime } from '../src/lib/capture-time';
import { upToDate } from '../src/lib/event-list';
import { changeOf, isOver, keptUntil } from '../src/lib/event-change';
import { failedPhotos } from '../src/lib/failed-photos';
import { fromField, toField } from '../src/lib/local-time';
import { OtherUploads, type OtherUpload } from '../src/lib/other-uploads';
import type { Ports } from '../src/lib/ports';
import { qrCode } from '../src/lib/qr-code';
import type { AdminEvent, AdminNews } from '../src/lib/types';
import { photoOf } from './log-server';

const event: AdminEvent = {
    slug: 'demo', name: 'Demo', starts_at: '2026-06-20T09:00:30Z', ends_at: null, access: 'private',
    created_at: '2026-01-01T00:00:00Z', photo_count: 0, join_url: 'https://kilat.test/e/demo',
};
const untouched = { name: 'Demo', begins: toField(event.starts_at), ends: '', days: null, access: 'private' as const };

test('a day is written and read in the reader’s zone', () => {
    expect(fromField(toField('2026-06-20T09:30:00Z'))).toBe('2026-06-20T09:30:00.000Z');
    expect(toField('2026-06-20T09:30:00Z')).toMatch(/^2026-06-\d\dT\d\d:\d\d$/);
    expect([toField(null), fromField('')]).toEqual(['', null]);
});

test('only what was changed is sent, so that a private event keeps its link', () => {
    expect(changeOf(event, untouched)).toEqual({});
    expect(changeOf(event, { ...untouched, name: ' New ' })).toEqual({ name: 'New' });
    expect(changeOf(event, { ...untouched, begins: '' })).toEqual({ starts_at: null });
    expect(changeOf(event, { ...untouched, access: 'public' })).toEqual({ access: 'public' });
    expect(changeOf(event, { ...untouched, days: 30 })).toEqual({ retention_days: 30 });
    const kept = { ...event, retention_days: 30 };
    expect([changeOf(kept, { ...untouched, days: 30 }), changeOf(kept, untouched)]).toEqual([{}, { retention_days: null }]);
});

test('an event is over from its end on', () => {
    const ended = { ...event, ends_at: '2026-06-20T12:00:00Z' };
    expect([isOver(event, Date.now()), isOver(ended, Date.parse('2026-06-20T11:59:59Z')), isOver(ended, Date.parse('2026-06-20T12:00:00Z'))]).toEqual([false, false, true]);
});

test('an event is kept for its days after its end, or for ever', () => {
    const ended = { ...event, ends_at: '2026-06-20T12:00:00Z' };
    expect([keptUntil(event), keptUntil(ended), keptUntil({ ...ended, retention_days: 30 })]).toEqual([null, null, '2026-07-20T12:00:00.000Z']);
});

test('a list that was long on its way neither loses what was made meanwhile nor brings back what was deleted', () => {
    const made = (slug: string, minute: number): AdminEvent => ({ ...event, slug, created_at: `2026-01-01T00:0${minute}:00Z` });
    const [old, gone, fresh] = [made('old', 1), made('gone', 2), made('fresh', 3)];
    expect(upToDate([old, gone], [], [fresh]).map(({ slug }) => slug)).toEqual(['fresh', 'gone', 'old']);
    expect(upToDate([gone, old], [old, gone], [old])).toEqual([old]);
    expect(upToDate([fresh, old], [], [fresh])).toEqual([fresh, old]);
});

test('what others upload is told while they do, and one’s own is not', () => {
    const timers: { ms: number; run: () => void; off: boolean }[] = [];
    const ports = { after: (ms: number, run: () => void) => { const timer = { ms, run, off: false }; timers.push(timer); return () => void (timer.off = true); } } as Ports;
    let shown: readonly OtherUpload[] = [];
    const others = new OtherUploads('demo', () => 'me', ports);
    others.subscribe((uploads) => (shown = uploads));
    const news = (uploaded_by: string, arrived: number, event_slug = 'demo'): AdminNews => ({ type: 'photo:upload:progress', photo_id: 'p', event_slug, uploaded_by, arrived, expected: 120 });
    for (const each of [news('rina', 1), news('me', 5), news('rina', 34), news('budi', 2, 'elsewhere')]) others.news(each);
    expect(shown).toEqual([{ who: 'rina', arrived: 34, expected: 120 }]);
    others.news(news('rina', 120));
    const waiting = timers.filter(({ off }) => !off);
    expect(waiting).toMatchObject([{ ms: 4000 }]);
    waiting[0]!.run();
    expect(shown).toEqual([]);
});

test('failed photos are named once, also those that never came into the gallery', () => {
    const failed = { ...photoOf('a', 1), file_name: 'a.jpg', processing_status: 'FAILED' as const, processing_error: 'too dark' };
    const told = (photo_id: string): Extract<AdminNews, { type: 'photo:failed' }> => ({ type: 'photo:failed', photo_id, event_slug: 'demo', error: 'not an image' });
    // One that was tried again with success is in the gallery, and no longer failed.
    expect(failedPhotos([failed, photoOf('b', 2)], [told('a'), told('b'), told('c'), told('c')])).toEqual([
        { photo_id: 'a', file_name: 'a.jpg', error: 'too dark' },
        { photo_id: 'c', file_name: null, error: 'not an image' },
    ]);
});

test('a scanner reads the link', () => {
    const { size, path } = qrCode('https://kilat.test/e/demo#join=secret');
    const scale = 4;
    const [width, height] = [size * scale, size * scale];
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
        for (let dy = 0; dy < scale; dy++) {
            const from = ((Number(y) * scale + dy) * width + Number(x) * scale) * 4;
            for (let i = 0; i < scale * 4; i++) if (i % 4 < 3) data[from + i] = 0;
        }
    }
    expect(decodeQR({ width, height, data })).toBe('https://kilat.test/e/demo#join=secret');
});

/** A JPEG's beginning with these two EXIF texts, little-endian. */
function jpeg(when: string, offset: string | null): Blob {
    const texts = [when, ...(offset === null ? [] : [offset])];
    const tiff = new DataView(new ArrayBuffer(200));
    [0x4949, 42].forEach((n, i) => tiff.setUint16(2 * i, n, true));
    tiff.setUint32(4, 8, true);
    const put = (at: number, tag: number, type: number, count: number, value: number): void => {
        tiff.setUint16(at, tag, true);
        tiff.setUint16(at + 2, type, true);
        tiff.setUint32(at + 4, count, true);
        tiff.setUint32(at + 8, value, true);
    };
    tiff.setUint16(8, 1, true);
    put(10, 0x8769, 4, 1, 30);
    tiff.setUint16(30, texts.length, true);
    texts.forEach((text, i) => {
        put(32 + 12 * i, [0x9003, 0x9011][i]!, 2, text.length + 1, 80 + 40 * i);
        [...text].forEach((c, j) => tiff.setUint8(80 + 40 * i + j, c.charCodeAt(0)));
    });
    const head = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xe1, 0, 208, 0x45, 0x78, 0x69, 0x66, 0, 0]);
    return new Blob([head, tiff.buffer as ArrayBuffer, new Uint8Array([0xff, 0xda])]);
}

test('a camera’s clock is read with its offset, or as the clock of this place', async () => {
    expect(await captureTime(jpeg('2026:06:20 16:30:00', '+07:00'))).toBe('2026-06-20T09:30:00.000Z');
    expect(await captureTime(jpeg('2026:06:20 16:30:00', null))).toBe(new Date('2026-06-20T16:30:00').toISOString());
});

test('a picture that does not say when it was taken has no time', async () => {
    for (const bytes of [jpeg('    :  :     :  :  ', null), jpeg('2026:06:20 16:30:00', null).slice(0, 60), new Blob(['PNG']), new Blob([])]) {
        expect(await captureTime(bytes)).toBeNull();
    }
});
