import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { MeetingDetails } from '#lib/meetings/new-meeting.ts';
import { openDevice } from '#lib/meetings/server/open-device.ts';
import { readAgenda } from '#lib/meetings/server/read-agenda.ts';
import type { StepContent } from '#lib/meetings/step.ts';
import type { DeviceCommand } from '#lib/meetings/commands.ts';
import type { ParticipantState, ScreenState } from '#lib/meetings/views.ts';
import type { Option, Question } from '#lib/questionnaire/question.ts';
import { randomId, secureRandom } from '#lib/server/random.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { planMeeting } from '#tests/support/meeting.ts';
import { fillFolder } from '#tests/support/open-dialogue.ts';
import { startServer, type ServerProcess } from '#tests/support/server-process.ts';

/** A meeting on a server of its own, with the links of its screen and its remote. */
export interface Evening {
	folder: string;
	server: ServerProcess;
	origin: string;
	code: string;
	/** Paths. */
	screen: string;
	remote: string;
	steps: string[];
}

const option = (key: string, [sv, en, short = sv]: string[], more: Partial<Option> = {}): Option => ({
	key,
	text: { sv: sv!, en: en! },
	short: { sv: short!, en: en! },
	...more
});

const park: Question = {
	key: 'park',
	version: 1,
	kind: 'choice',
	text: { sv: 'Går du genom parken när det är mörkt?', en: 'Do you walk through the park after dark?' },
	options: [
		option('yes', ['Ja, utan att tveka', 'Yes, without hesitation']),
		option('company', ['Bara tillsammans med någon', 'Only with somebody', 'Bara med någon annan']),
		option('no', ['Nej, jag går en omväg', 'No, I go another way']),
		option('unknown', ['Vet inte', 'I do not know', 'Vet inte'], { apart: true })
	]
};

const first: Question = {
	key: 'first',
	version: 1,
	kind: 'ranking',
	max: 3,
	text: { sv: 'Vad är viktigast att göra något åt?', en: 'What is most important to do something about?' },
	options: [
		option('light', ['Belysning på gångvägar', 'Lighting on footpaths']),
		option('drugs', ['Droghandel på torget', 'Open drug dealing']),
		option('speed', ['Buskörning', 'Reckless driving']),
		option('police', ['Poliser till fots', 'Police on foot']),
		option('station', ['Stök vid stationen', 'Disorder at the station'])
	]
};

const seen: Question = {
	key: 'seen',
	version: 1,
	kind: 'choices',
	max: 2,
	text: { sv: 'Vad har du sett i höst?', en: 'What have you seen this autumn?' },
	options: [
		option('glass', ['Krossat glas', 'Broken glass']),
		option('lamp', ['Trasiga lampor', 'Broken lamps']),
		option('fight', ['Bråk', 'Fights']),
		option('none', ['Inget av detta', 'None of these', 'Inget av detta'], { exclusive: true })
	]
};

const wall: Question = {
	key: 'wall',
	version: 1,
	kind: 'text',
	max: 200,
	text: { sv: 'Vad skulle göra störst skillnad?', en: 'What would make the greatest difference?' },
	options: []
};

/** A choice, a ranking, several choices, a text wall, hands, a break and the numbers to ring. */
export const eveningSteps: StepContent[] = [
	{ kind: 'question', question: park, joins: false },
	{ kind: 'priority', question: first, joins: false },
	{ kind: 'question', question: seen, joins: false },
	{ kind: 'wall', question: wall, joins: false },
	{
		kind: 'tally',
		method: 'hands',
		text: { sv: 'Hur många bor i centrum?', en: 'How many live downtown?' },
		options: [
			{ key: 'here', text: { sv: 'Bor i centrum', en: 'Live downtown' } },
			{ key: 'elsewhere', text: { sv: 'Bor inte här', en: 'Live elsewhere' } }
		]
	},
	{ kind: 'pause', text: { sv: 'Paus med kaffe', en: 'Coffee break' }, minutes: 15 },
	{ kind: 'information', preset: 'help', heading: { sv: '' }, text: { sv: '' } }
];

/** Plans a meeting and starts a server with it. */
export async function openEvening(details: Partial<MeetingDetails> = {}): Promise<Evening> {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-evening-'));
	const planned = await fillFolder(folder, async (ctx) => {
		const { id, code } = await planMeeting(ctx, { leastShown: 10, ...details }, eveningSteps);
		const { token: screen } = await mustBeOk(openDevice(ctx, { meetingId: id, kind: 'screen' }));
		const { token: remote } = await mustBeOk(openDevice(ctx, { meetingId: id, kind: 'remote' }));
		const { steps } = await readAgenda(ctx, id);
		return {
			code,
			screen: `/skarm/${screen}`,
			remote: `/styr/${remote}`,
			steps: steps.map((step) => step.id)
		};
	});
	const server = await startServer(folder);
	return { folder, server, origin: server.origin, ...planned };
}

/** Ends the server, with all that it has stored. */
export async function closeEvening({ server, folder }: Evening): Promise<void> {
	await server.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
}

/** The facilitator asks for something; a number opens the step of that place on the agenda. */
export async function steer(
	evening: Evening,
	...commands: (DeviceCommand | number | 'start')[]
): Promise<void> {
	for (const command of commands) {
		const body =
			typeof command === 'number'
				? { do: 'go', stepId: evening.steps[command] }
				: command === 'start'
					? { do: 'start' }
					: command;
		const response = await fetch(`${evening.origin}${evening.remote}/kommando`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin: evening.origin },
			body: JSON.stringify(body)
		});
		expect(response.status, await response.clone().text()).toBe(200);
	}
}

async function readState<T>(address: string): Promise<T> {
	const response = await fetch(address);
	expect(response.status).toBe(200);
	return (await response.json()) as T;
}

/** What the screen shows, as a program reads it. */
export const screenNow = ({ origin, screen }: Evening): Promise<ScreenState> =>
	readState(`${origin}${screen}/lage`);

/** What a participant's phone shows, as a program reads it. */
export const phoneNow = ({ origin, code }: Evening, participant: string): Promise<ParticipantState> =>
	readState(`${origin}/mote/${code}/lage?jag=${participant}`);

interface Sent {
	/** Place of the step on the agenda. */
	step: number;
	fields: [string, string][];
	participant?: string;
}

/** Somebody answers the open step with a form, as a phone without a script sends it. */
export async function sendAnswer(
	{ origin, code, steps }: Evening,
	{ step, fields, participant = randomId(secureRandom) }: Sent
): Promise<number> {
	const response = await fetch(`${origin}/mote/${code}?jag=${participant}`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams([['steg', steps[step]!], ...fields])
	});
	return response.status;
}

/** Waits until the screen's page shows a phase. */
export const expectPhase = (page: Page, phase: ScreenState['phase'], timeout = 5000): Promise<void> =>
	expect(page.locator('.screen')).toHaveAttribute('data-phase', phase, { timeout });
