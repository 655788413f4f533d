import { expect, test } from 'vitest';
import { unknownText, type DraftedDialogue } from './draft-texts.ts';

const asked: DraftedDialogue = {
	...{ title: 'Trygghet', kind: 'citizen' as const, opensOn: '2027-02-01', lastDay: '2027-03-01', n: 486 },
	...{ selection: 'självvalt urval, webb', questions: [] }
};

test('what nobody knows is told without any dialogue too, and names the series that say nothing', () => {
	expect(unknownText([], { placeName: 'Säffle', silent: [] })).toContain('Medarbetarna');
	const lines = unknownText([asked], { placeName: 'Säffle', silent: ['Födda', 'Flyttade'] }).split('\n');
	expect(lines[0]).toContain('486 personer');
	expect(lines.slice(-2)).toEqual([
		'Statistiken ”Födda” har inga siffror för den här perioden.',
		'Statistiken ”Flyttade” har inga siffror för den här perioden.'
	]);
});
