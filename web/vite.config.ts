import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

const backend = process.env['KILAT_ORIGIN'] ?? 'http://localhost:8080';

export default defineConfig({
    plugins: [svelte(), svelteTesting()],
    build: {
        target: 'es2022',
        // The content security policy allows no data: URLs, so nothing is inlined.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
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
        restoreMocks: true,
    },
});
