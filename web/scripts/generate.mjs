// What the site is built from but nobody writes by hand: types of the HTTP contract, and the display face cut down to what event names use.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import subsetFont from 'subset-font';

const contract = new URL('../../contracts/http/openapi.yaml', import.meta.url);
const out = new URL('../src/generated/', import.meta.url);
const face = new URL('../node_modules/@fontsource-variable/fraunces/', import.meta.url);

/** Only rewrites what changed, so that a watching dev server stays calm. */
async function write(name, content) {
    const file = new URL(name, out);
    const before = await readFile(file).catch(() => null);
    if (before === null || !before.equals(Buffer.from(content))) await writeFile(file, content);
}

function range(from, to) {
    return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
}

/** Latin letters with accents, digits and the punctuation of names; one weight, at an optical size whose hairlines survive a phone held in the dark. */
async function displayFace() {
    const glyphs = range(0x20, 0x7e) + range(0xa0, 0xff) + '–—‘’“”•…';
    const original = await readFile(new URL('files/fraunces-latin-opsz-normal.woff2', face));
    return subsetFont(original, glyphs, { targetFormat: 'woff2', variationAxes: { opsz: 40, wght: 400 } });
}

await mkdir(out, { recursive: true });
await write('api.d.ts', astToString(await openapiTS(contract)));
const font = await displayFace();
if (font.length > 25 * 1024) throw new Error(`The display face is ${font.length} bytes; at most 25 KB may reach a phone.`);
await write('display.woff2', font);
await write('display-license.txt', await readFile(new URL('LICENSE', face)));
