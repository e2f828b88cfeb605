// Runs `npm ci` only when node_modules is not what package-lock.json says. Plain Node, no dependencies: it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Kilat's pages are built with Node 20.19 or later; this is ${process.version}. Get one from https://nodejs.org.`);
    process.exit(1);
}

const here = new URL('../', import.meta.url);
const stamp = new URL('node_modules/.kilat-lock', here);
const hash = createHash('sha256');
for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(new URL(name, here)));
const wanted = `${hash.digest('hex')} ${process.platform} ${process.arch}`;

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) process.exit(0);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit', shell: process.platform === 'win32' });
if (run.error) {
    console.error('npm is missing. It comes with Node 20 or later: https://nodejs.org (on Debian: apt-get install npm).');
    process.exit(1);
}
if (run.status !== 0) process.exit(run.status ?? 1);
writeFileSync(stamp, wanted);
