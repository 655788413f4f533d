import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { entryScript } from './scripts/entry-script.ts';

export default defineConfig({
	plugins: [
		entryScript(),
		paraglideVitePlugin({
			project: './src/lib/i18n/project.inlang',
			outdir: './src/lib/i18n/paraglide',
			strategy: ['url', 'baseLocale'],
			urlPatterns: [
				{
					pattern: '/:path(.*)?',
					localized: [
						['en', '/en/:path(.*)?'],
						['ar', '/ar/:path(.*)?'],
						['sv', '/:path(.*)?']
					]
				}
			]
		}),
		sveltekit()
	],
	build: { target: 'es2022' },
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/attack/**/*.test.ts'],
		globalSetup: ['tests/support/databases.global.ts'],
		environment: 'node',
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// Most tests wait for a database or for a password to be hashed, not for a core.
		maxWorkers: 3
	}
});
