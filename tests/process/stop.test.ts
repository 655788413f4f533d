import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer } from '#tests/support/server-process.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lyhord-stop-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('told to stop, the server ends its streams and is gone within ten seconds', async () => {
	const { code } = await openEightQuestions(folder);
	const server = await startServer(folder);
	const stream = await fetch(`${server.origin}/api/v1/dialogues/${code}/results/stream`);
	const reader = stream.body!.getReader();
	expect((await reader.read()).done).toBe(false);
	const ended = await server.kill('SIGTERM');
	expect(ended.code).toBe(0);
	expect(ended.milliseconds).toBeLessThan(10_000);
});

test('an interrupted server starts again on the same data', async () => {
	const { code } = await openEightQuestions(folder);
	const first = await startServer(folder);
	expect((await first.kill('SIGINT')).code).toBe(0);
	const second = await startServer(folder, first.port);
	expect((await fetch(`${second.origin}/api/v1/dialogues/${code}`)).status).toBe(200);
	await second.kill('SIGTERM');
});
