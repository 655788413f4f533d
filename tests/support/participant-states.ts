import type { ParticipantState } from '#lib/meetings/views.ts';

const options = (...texts: string[]) => texts.map((text, at) => ({ key: `o${at}`, text }));
const dialogue = { code: '482913', version: 1 };

const base: ParticipantState = {
	revision: 3,
	meeting: { title: 'Dialogmöte i Säffle', state: 'live', rehearsal: false },
	phase: 'waiting',
	step: null,
	ask: null,
	answer: 'none',
	result: null,
	endsAt: null
};

const step: NonNullable<ParticipantState['step']> = {
	id: 's1',
	kind: 'question',
	number: 2,
	state: 'open',
	heading: 'Vad är viktigast att göra något åt?'
};

const choice: ParticipantState = {
	...base,
	phase: 'question',
	step,
	ask: { key: 'q', kind: 'choice', options: options('Ja', 'Nej', 'Vet inte'), max: null, dialogue }
};

const four = options('Ljus', 'Poliser', 'Trafik', 'Inget av detta');

/** Every state of a participant's phone, by name. */
export const participantStates = {
	planned: { ...base, meeting: { ...base.meeting, state: 'planned' } },
	waiting: base,
	choice,
	closing: { ...choice, step: { ...step, state: 'closing' } },
	choices: {
		...choice,
		ask: {
			...choice.ask!,
			kind: 'choices',
			max: 2,
			options: [...four.slice(0, 3), { ...four[3]!, exclusive: true }]
		}
	},
	ranking: { ...choice, ask: { ...choice.ask!, kind: 'ranking', options: four, max: 3 } },
	scale: { ...choice, ask: { ...choice.ask!, kind: 'scale', options: four } },
	saved: { ...choice, answer: 'saved' },
	counted: { ...choice, answer: 'counted' },
	between: { ...base, step: { ...step, state: 'closed' } },
	wall: {
		...base,
		phase: 'wall',
		step: { ...step, kind: 'wall' },
		ask: { ...choice.ask!, kind: 'text', options: [], max: 200 }
	},
	'wall-sent': {
		...base,
		phase: 'wall',
		step: { ...step, kind: 'wall' },
		ask: { ...choice.ask!, kind: 'text', options: [], max: 200 },
		answer: 'counted'
	},
	tally: { ...base, phase: 'tally', step: { ...step, kind: 'tally', method: 'hands' } },
	dots: { ...base, phase: 'tally', step: { ...step, kind: 'tally', method: 'dots' } },
	notes: { ...base, phase: 'notes', step: { ...step, kind: 'notes' } },
	pause: {
		...base,
		phase: 'pause',
		step: { ...step, kind: 'pause' },
		endsAt: Date.parse('2026-11-29T18:15:00Z')
	},
	used: { ...base, phase: 'information', step: { ...step, kind: 'information', preset: 'answers-used' } },
	help: { ...base, phase: 'information', step: { ...step, kind: 'information', preset: 'help' } },
	result: {
		...base,
		phase: 'result',
		step: { ...step, state: 'closed' },
		result: {
			key: 'q',
			version: 1,
			kind: 'choices',
			text: step.heading,
			n: 40,
			skipped: 0,
			withheld: 0,
			base: 40,
			options: [
				{ key: 'a', text: 'Ljus', count: 10, share: 0.25, rank: 2, tied: false },
				{ key: 'b', text: 'Poliser', count: 30, share: 0.75, rank: 1, tied: false },
				{ key: 'c', text: 'Trafik', count: null, hidden: true, share: null, rank: null, tied: false }
			]
		}
	},
	ended: {
		...base,
		phase: 'ended',
		meeting: { ...base.meeting, state: 'ended' },
		after: {
			path: '/saffle/dialog/trygg/resultat',
			resultsDueOn: '2026-12-18',
			pledgesDueOn: '2027-02-01'
		}
	},
	rehearsal: { ...choice, meeting: { ...base.meeting, rehearsal: true } }
} satisfies Record<string, ParticipantState>;
