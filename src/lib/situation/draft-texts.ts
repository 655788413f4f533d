import { formatPeriod } from '#lib/format/date.ts';
import { formatNumber } from '#lib/format/number.ts';
import type { DialogueKind } from '#lib/dialogues/dialogue.ts';
import type { MatrixRow } from './source-matrix.ts';

/** A dialogue as the drafted sentences speak of it. */
export interface DraftedDialogue {
	title: string;
	kind: DialogueKind;
	opensOn: string;
	/** The last day; null for an ongoing one. */
	lastDay: string | null;
	/** Sealed answers; null while none may be told. */
	n: number | null;
	selection: string;
	questions: readonly string[];
}

const whom: Record<DialogueKind, string> = {
	citizen: 'Vi frågade alla som bor i eller besöker kommunen',
	staff: 'Vi frågade medarbetare i kommunen och polisen',
	partner: 'Vi frågade dem vi samverkar med'
};

const number = (value: number): string => formatNumber(value, 'sv');

/** What was asked, of whom, when and how many answered; a start that people write on from. */
export function askedText({
	title,
	kind,
	opensOn,
	lastDay,
	n,
	selection,
	questions
}: DraftedDialogue): string {
	const when = lastDay ? formatPeriod(opensOn, lastDay, 'sv') : `sedan ${opensOn}`;
	const answered = n === null ? 'För få svarade för att visas.' : `${number(n)} svarade.`;
	return `${whom[kind]}, ${when} (”${title}”). ${answered} Så svarade de: ${selection}.\n\nVi frågade:\n${questions
		.map((question) => `• ${question}`)
		.join('\n')}`;
}

/**
 * What nobody knows after this; never empty, since whoever wants to answers.
 * @param silent names of the chosen series that have no value for the period
 */
export function unknownText(
	dialogues: readonly DraftedDialogue[],
	{ placeName, silent }: { placeName: string; silent: readonly string[] }
): string {
	const citizens = dialogues.filter(({ kind }) => kind === 'citizen');
	const told = citizens.reduce((sum, { n }) => sum + (n ?? 0), 0);
	const lines = [
		`De som svarade valde det själva. Svaren visar vad ${number(told)} personer tycker, inte vad alla i ${placeName} tycker.`
	];
	if (!dialogues.some(({ kind }) => kind === 'staff'))
		lines.push('Medarbetarna i kommunen och polisen har inte fått svara än.');
	lines.push('Vi vet inte varför de som inte svarade lät bli, eller vad de hade svarat.');
	for (const name of silent) lines.push(`Statistiken ”${name}” har inga siffror för den här perioden.`);
	return lines.join('\n');
}

/** Where the sources do not agree, a sentence per problem; empty when they do. */
export function differencesText(rows: readonly MatrixRow[]): string {
	const sees = { citizens: 'invånarna', staff: 'medarbetarna', statistics: 'statistiken' } as const;
	const of = (row: MatrixRow, strength: string) =>
		row.cells.filter((cell) => cell.strength === strength).map(({ source }) => sees[source]);
	return rows
		.filter(({ verdict }) => verdict === 'differ')
		.map(
			(row) =>
				`${row.name}: ${of(row, 'strong').join(' och ')} visar det tydligt, men inte ${of(row, 'none').join(' eller ')}.`
		)
		.join('\n');
}
