import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { challengeText, solve } from '#lib/answers/proof-of-work.ts';
import { unasked } from '#lib/answers/server/intake-limit.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { newSubmission, openForm, sendForm, submit } from '#tests/support/crowd.ts';
import { openEightQuestions } from '#tests/support/open-dialogue.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';
import { schemas } from '../../src/routes/api/v1/openapi.json/schemas.ts';
import type { Measured } from '../bench/load.ts';

const phones = 800;
const promiseSeconds = 90;
/** They join spread over this long; in a hall it takes six times as long. */
const joinSeconds = 12;
const floodSeconds = 18;

const run = promisify(execFile);
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

let folder: string;
let server: ServerProcess;
let dialogue: Dialogue;
let slow: Record<string, Promise<number>>;

const page = () => `${server.origin}/saffle/dialog/${dialogue.slug}/svara`;
const answers = () => `/api/v1/dialogues/${dialogue.code}/answers`;

/** Sends the head, then a byte a second, and returns the seconds after which the server has had enough. */
function dribble(head: string): Promise<number> {
	const began = performance.now();
	return new Promise((resolve) => {
		const socket = connect({ port: server.port, host: '127.0.0.1' });
		const drop = setInterval(() => socket.write('x'), 1000);
		socket.on('error', () => {});
		socket.on('data', () => {});
		socket.on('close', () => {
			clearInterval(drop);
			resolve((performance.now() - began) / 1000);
		});
		socket.write(head);
	});
}

const headFor = (path: string, type: string) =>
	`POST ${path} HTTP/1.1\r\nhost: localhost:${server.port}\r\norigin: ${server.origin}\r\ncontent-type: ${type}\r\ncontent-length: 900\r\n\r\n`;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lyhord-crowd-'));
	dialogue = await openEightQuestions(folder);
	server = await startServer(folder);
	slow = {
		head: dribble(`POST ${answers()} HTTP/1.1\r\nhost: `),
		answers: dribble(headFor(answers(), 'application/json')),
		form: dribble(headFor(new URL(page()).pathname, 'application/x-www-form-urlencoded'))
	};
});
afterAll(async () => {
	await server.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

test('a form that is sent at once, or by a program, is asked for once more and keeps everything', async () => {
	const form = await openForm(page());
	const atOnce = await sendForm(page(), form);
	const shown = await atOnce.text();
	expect(atOnce.status).toBe(429);
	expect(shown).toContain('Tryck på Skicka en gång till');
	expect(shown).toContain(`value="${form.get('key')}"`);
	expect(shown.match(/<input[^>]*\bchecked\b/g)).toHaveLength(8);
	expect(atOnce.headers.get('set-cookie')).toBeNull();
	form.set('again', '1');
	expect((await sendForm(page(), form)).status).toBe(303);
	const filledIn = await openForm(page());
	filledIn.set('website', 'https://spam.example');
	await pause(2);
	expect((await sendForm(page(), filledIn)).status).toBe(429);
});

interface Outcome {
	status: number;
	/** How often it was asked for a proof of work. */
	proofs: number;
	/** Seconds from pressing the button to the thanks. */
	wait: number;
}

/** Opens the page, thinks, and sends like the script on the page does: a proof where one is asked for. */
async function answerByPhone(number: number): Promise<Outcome> {
	await pause((number / phones) * joinSeconds);
	const form = await openForm(page());
	await pause(2 + (number % 7) / 7);
	const pressed = performance.now();
	for (let proofs = 0; ; proofs++) {
		const response = await sendForm(page(), form);
		await response.arrayBuffer();
		const challenge = response.headers.get('proof-challenge');
		if (!challenge || proofs === 5)
			return { status: response.status, proofs, wait: (performance.now() - pressed) / 1000 };
		form.set('proof', await solve(challenge));
	}
}

async function flood(): Promise<Measured> {
	const script = join(import.meta.dirname, '..', 'bench', 'load.ts');
	const args = [script, String(server.port), answers(), String(floodSeconds), String(dialogue.version)];
	return JSON.parse((await run(process.execPath, args)).stdout) as Measured;
}

test('800 phones behind one address answer in time with no refusal while a device beside them floods', async () => {
	const began = performance.now();
	const [flooded, ...answered] = await Promise.all([
		flood(),
		...Array.from({ length: phones }, (_, number) => answerByPhone(number))
	]);
	const seconds = (performance.now() - began) / 1000;
	const waits = answered.map(({ wait }) => wait).sort((a, b) => a - b);
	const asked = answered.filter(({ proofs }) => proofs > 0).length;
	console.log(
		`${phones} phones: ${seconds.toFixed(1)} s in all, ${asked} worked for it, p50 ${waits[phones / 2]!.toFixed(2)} s, p99 ${waits[Math.floor(phones * 0.99)]!.toFixed(2)} s; ` +
			`the flood: ${flooded.accepted} let in, ${flooded.refused} held`
	);
	expect(answered.filter(({ status }) => status !== 303)).toEqual([]);
	expect(seconds).toBeLessThan(promiseSeconds);
	expect(flooded.accepted).toBeLessThanOrEqual(unasked);
	expect(flooded.refused).toBeGreaterThan(flooded.accepted);
});

test('a browser without script is told when to send again, and nothing is lost', async () => {
	const form = await openForm(page());
	await pause(2);
	const refused = await sendForm(page(), form);
	const shown = await refused.text();
	expect(refused.status).toBe(429);
	expect(shown).toMatch(/Vänta till klockan \d\d\.\d\d och tryck på Skicka då/);
	expect(shown).toMatch(/name="ticket" value="\d+\.[\w-]{22}"/);
	expect(shown).toContain(`value="${form.get('key')}"`);
	expect(shown.match(/<input[^>]*\bchecked\b/g)).toHaveLength(8);
});

test('a program gets its challenge as documented, solves it, and repeats for nothing', async () => {
	const body = newSubmission(dialogue.version);
	const post = (more: object = {}) => submit(server.origin + answers(), { ...body, ...more });
	const refused = await post();
	expect(refused.status).toBe(429);
	const { type, challenge } = v.parse(schemas.Problem, await refused.json());
	expect(type).toBe('urn:lyhord:problem:proof-needed');
	expect((await post({ proof: 'nothing' })).status).toBe(422);
	const proof = await solve(challengeText(challenge!));
	const statuses = [await post({ proof }), await post({ proof }), await post()].map(({ status }) => status);
	expect(statuses).toEqual([201, 200, 200]);
});

test('who dribbles a request is shown out: 10 s for its head, 30 s for all of it', async () => {
	expect(await slow.head).toBeLessThan(15);
	expect(await slow.answers).toBeLessThan(36);
	expect(await slow.form).toBeLessThan(36);
});
