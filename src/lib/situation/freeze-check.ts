import type { Snapshot } from './picture.ts';

/** What a picture may not be frozen without. */
export const freezeCodes = [
	'asked-empty',
	'said-empty',
	'unknown-empty',
	'chosen-empty',
	'no-evidence',
	'withdrawn-evidence'
] as const;
export type FreezeCode = (typeof freezeCodes)[number];

/** What is missing before a picture can be signed; the honest section "Vad vi inte vet" is never left out. */
export function freezeProblems({ sections, evidence, focusAreas }: Snapshot): FreezeCode[] {
	const isEmpty = (key: string) =>
		sections.every((section) => section.key !== key || section.blocks.length === 0);
	const shown = new Set(
		sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'evidence' ? block.evidenceId : []))
		)
	);
	const found: [FreezeCode, boolean][] = [
		['asked-empty', isEmpty('asked')],
		['said-empty', isEmpty('said')],
		['unknown-empty', isEmpty('unknown')],
		['chosen-empty', isEmpty('chosen') && focusAreas.length === 0],
		['no-evidence', shown.size === 0],
		['withdrawn-evidence', evidence.some(({ id, withdrawn }) => withdrawn && shown.has(id))]
	];
	return found.filter(([, broken]) => broken).map(([code]) => code);
}
