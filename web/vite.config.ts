import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const backend = process.env['KILAT_ORIGIN'] ?? 'http://localhost:8080';

/** The display face may travel wherever its licence goes along. */
const fontLicense: Plugin = {
    name: 'font-license',
    generateBundle() {
        const source = readFileSync(new URL('src/generated/display-license.txt', import.meta.url));
        this.emitFile({ type: 'asset', fileName: 'assets/display-license.txt', source });
    },
};

/** A small script of its own for the API's first answer, which waits neither for the larger rest nor for the styles. */
const startFirst: Plugin = {
    name: 'start-first',
    apply: 'build',
    transformIndexHtml: {
        order: 'post',
        handler(_, { bundle }) {
            const start = Object.values(bundle ?? {}).find((chunk) => chunk.type === 'chunk' && chunk.name === 'start');
            const attrs = { type: 'module', async: true, crossorigin: true, src: `/${start!.fileName}` };
            return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
        },
    },
};

export default defineConfig({
    plugins: [svelte(), svelteTesting(), fontLicense, startFirst],
    build: {
        target: 'es2022',
        // The content security policy allows no data: URLs, so nothing is inlined.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { input: ['index.html', 'src/start.ts'] },
    },
    worker: { format: 'es' },
    server: {
        proxy: {
            '/api': backend,
            '/media': backend,
            '/live': { target: backend, ws: true },
        },
    },
    test: {
        include: ['tests/**/*.test.ts'],
        environment: 'node',
        setupFiles: ['tests/speak-english.ts'],
        restoreMocks: true,
    },
});
