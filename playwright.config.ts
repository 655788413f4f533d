import { defineConfig } from '@playwright/test';
import { freePort } from './scripts/free-port.ts';
import { launchOptions } from './tests/e2e/support/browser-path.ts';

// Workers load this file too and must agree with the main process on the port.
process.env.LYHORD_E2E_PORT ??= String(await freePort());
const origin = `http://localhost:${process.env.LYHORD_E2E_PORT}`;

/** Journeys in a real Chromium, on a phone's screen, against the built application with data of its own. */
export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	outputDir: 'test-results',
	forbidOnly: true,
	fullyParallel: true,
	workers: 2,
	// What passes only the second time is told by name at the end of npm test.
	retries: 1,
	// A busy machine is given time: how fast something must be is asserted where it is promised.
	timeout: 180_000,
	expect: { timeout: 15_000 },
	reporter: 'line',
	use: {
		baseURL: origin,
		locale: 'sv-SE',
		timezoneId: 'Europe/Stockholm',
		viewport: { width: 360, height: 640 },
		trace: 'on-first-retry',
		launchOptions: await launchOptions()
	},
	projects: [{ name: 'phone' }],
	webServer: {
		command: `"${process.execPath}" scripts/serve-e2e.ts --port ${process.env.LYHORD_E2E_PORT}`,
		url: origin,
		timeout: 240_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 }
	}
});
