import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests that start the real server as a process of its own; they need the build. */
export default defineConfig({
	root: join(import.meta.dirname, '..', '..'),
	test: {
		include: ['tests/process/*.test.ts'],
		environment: 'node',
		// One waits while the other works; more would make a busy machine of two cores.
		maxWorkers: 2,
		testTimeout: 120_000,
		hookTimeout: 120_000
	}
});
