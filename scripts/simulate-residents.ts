// Simulated residents who answer the open dialogues all the time, over the open interface like anybody else.
// Alone: node scripts/simulate-residents.ts http://localhost:3000
import { residentsOf, type Form, type Reply } from '#lib/demonstration/resident.ts';
import { demonstrationPlaces } from '#lib/demonstration/places.ts';
import { randomId, secureRandom, type Random } from '#lib/server/random.ts';

/** Pause between two residents, chosen at random in this span. */
const pauseMs = { least: 80, most: 300 };

/** How often the open dialogues are looked up again. */
const lookEveryMs = 60_000;

interface OpenDialogue {
	code: string;
	version: number;
	resident: (random: Random) => Reply;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function readJson<T>(address: string): Promise<T> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	return (await response.json()) as T;
}

async function findOpenDialogues(origin: string): Promise<OpenDialogue[]> {
	const found: OpenDialogue[] = [];
	for (const place of demonstrationPlaces) {
		const { openDialogues } = await readJson<{ openDialogues: { code: string }[] }>(
			`${origin}/api/v1/places/${place}`
		);
		for (const { code } of openDialogues) {
			const form = await readJson<Form & { version: number }>(`${origin}/api/v1/dialogues/${code}`);
			found.push({ code, version: form.version, resident: residentsOf(place, form) });
		}
	}
	return found;
}

async function answerOnce(origin: string, dialogue: OpenDialogue): Promise<void> {
	const { answers, background } = dialogue.resident(secureRandom);
	if (Object.keys(answers).length === 0) return;
	const body = {
		key: randomId(secureRandom),
		version: dialogue.version,
		language: 'sv',
		channel: 'web',
		answers,
		background
	};
	await fetch(`${origin}/api/v1/dialogues/${dialogue.code}/answers`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
}

/** Answers until the server is gone. */
export async function simulateResidents(origin: string): Promise<void> {
	let dialogues: OpenDialogue[] = [];
	let lookedAt = -Infinity;
	try {
		for (;;) {
			if (performance.now() - lookedAt > lookEveryMs) {
				dialogues = await findOpenDialogues(origin);
				lookedAt = performance.now();
			}
			const dialogue = dialogues[secureRandom.integer(0, dialogues.length - 1)];
			if (dialogue) await answerOnce(origin, dialogue);
			await pause(secureRandom.integer(pauseMs.least, pauseMs.most));
		}
	} catch (error) {
		console.log(
			`Lyhörd: de simulerade invånarna slutade svara (${error instanceof Error ? error.message : error}).`
		);
	}
}

if (import.meta.main) await simulateResidents(process.argv[2] ?? 'http://localhost:3000');
