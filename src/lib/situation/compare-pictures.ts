import type { Block, SectionKey, Snapshot } from './picture.ts';
import { asWritten } from './written-text.ts';

/** A line that one version has and the other has not. */
export interface PictureChange {
	section: SectionKey;
	change: 'added' | 'removed';
	text: string;
}

function linesOfBlock(block: Block, { evidence }: Snapshot): string[] {
	if (block.kind === 'text') return asWritten(block.text).flatMap(({ lines }) => lines);
	if (block.kind === 'quote') return [[block.text, block.from].filter(Boolean).join(' – ')];
	if (block.kind === 'table')
		return block.rows.map((row) => [block.caption, ...row].filter(Boolean).join(' · '));
	const statement = evidence.find(({ id }) => id === block.evidenceId)?.statement ?? '';
	return [statement, block.note].filter(Boolean);
}

function linesOf(snapshot: Snapshot, key: SectionKey): string[] {
	const blocks = snapshot.sections.find((section) => section.key === key)?.blocks ?? [];
	const lines = blocks.flatMap((block) => linesOfBlock(block, snapshot));
	if (key === 'differences') return [...lines, ...snapshot.problems.map(({ name }) => name)];
	if (key !== 'chosen') return lines;
	return [...lines, ...snapshot.focusAreas.map(({ name, why }) => `${name}: ${why}`)];
}

/** What is new and what is gone from one version to the next, section by section; moved lines are no change. */
export function comparePictures(older: Snapshot, newer: Snapshot): PictureChange[] {
	return newer.sections.flatMap(({ key }) => {
		const before = linesOf(older, key);
		const after = linesOf(newer, key);
		const only = (lines: string[], others: string[], change: PictureChange['change']) =>
			[...new Set(lines)]
				.filter((line) => !others.includes(line))
				.map((text): PictureChange => ({ section: key, change, text }));
		return [...only(before, after, 'removed'), ...only(after, before, 'added')];
	});
}
