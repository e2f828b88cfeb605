// sharp at a function's work, for ./kilat bench thumbnails: a line of JSON in, a line of JSON out.
// The first argument says how: in three pipelines, or chained from one decode.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.concurrency(1);
// Its cache of operations stays as it comes.

const edges = { large: 1920, medium: 1080, small: 400 };
const jpeg = { quality: 82, chromaSubsampling: '4:2:0', progressive: false, optimiseCoding: false };
const within = (edge) => [edge, edge, { fit: 'inside', withoutEnlargement: true }];

const ways = {
  async pipelines(photo) {
    const made = {};
    for (const [size, edge] of Object.entries(edges)) {
      made[size] = await sharp(photo).autoOrient().resize(...within(edge)).jpeg(jpeg).toBuffer();
    }
    return made;
  },

  // Decoded, turned and shrunk to large once; medium from large, small from medium.
  async chained(photo) {
    const made = {};
    let from = sharp(photo).autoOrient();
    for (const [size, edge] of Object.entries(edges)) {
      const { data, info } = await from.resize(...within(edge)).raw().toBuffer({ resolveWithObject: true });
      const raw = { width: info.width, height: info.height, channels: info.channels };
      made[size] = await sharp(data, { raw }).jpeg(jpeg).toBuffer();
      from = sharp(data, { raw });
    }
    return made;
  },
};

const way = ways[process.argv[2]];
for await (const line of createInterface({ input: process.stdin })) {
  const { photo, times, keep } = JSON.parse(line);
  const bytes = readFileSync(photo);
  let made;
  for (let i = 0; i < times; i++) {
    made = await way(bytes);
  }
  if (keep) {
    Object.entries(made).forEach(([size, data]) => writeFileSync(`${keep}/${size}.jpg`, data));
  }
  const sizes = Object.values(made).reduce((sum, data) => sum + data.length, 0);
  console.log(JSON.stringify({ version: sharp.versions.sharp, bytes: sizes }));
}
