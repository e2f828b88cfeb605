import { expect, test } from 'vitest';
import { GalleryModel } from '../src/lib/gallery-model';
import { LogServer } from './log-server';

/** A guest with the two newest of three photos, and the page with the oldest on its way: it was read before what comes next. */
function overtaken(): { server: LogServer; model: GalleryModel; arrive: () => void } {
    const server = new LogServer();
    for (let i = 0; i < 3; i++) server.add();
    const model = new GalleryModel(server.page(server.cursor, null, 2));
    const asked = model.asking();
    const older = structuredClone(server.page(server.cursor, model.before, 2));
    return { server, model, arrive: () => model.addPage(older, asked) };
}

test('a page that was on its way while its photo was deleted does not bring it back', () => {
    const { server, model, arrive } = overtaken();
    model.addFrame(server.touch(0)!);
    arrive();
    expect(model.photos.map((photo) => photo.photo_id)).toEqual(['photo-2', 'photo-1']);
});
