import { describe, expect, test } from 'vitest';
import { screenStates } from '#tests/support/screen-states.ts';
import { mostRows, resultBoards, tallyBoard } from './screen-board.ts';

const states = screenStates(0);
const boardsOf = (name: string) => resultBoards(states[name]!.results, 'sv');

describe('the lists of the screen', () => {
	test('hold together what is in practice equal, and nothing else', () => {
		const [board] = boardsOf('growing');
		expect(board!.rows.map(({ rank, tie }) => [rank, tie])).toEqual([
			['1', ''],
			['2', 'start'],
			['2', 'end'],
			['4', ''],
			['5', ''],
			['', '']
		]);
	});

	test('show a stub where a number is withheld, never a zero', () => {
		const rows = boardsOf('revealed')[0]!.rows;
		const hidden = rows.find(({ bars }) => bars[0]!.hidden)!;
		expect(hidden).toMatchObject({ key: 'police', rank: '–', bars: [{ count: '', share: '', percent: 0 }] });
	});

	test('leave the steps of a scale in their order, without ranks', () => {
		const rows = boardsOf('scale')[0]!.rows;
		expect(rows.map(({ key }) => key)).toEqual(['light', 'drugs', 'speed', 'police', 'young', 'unknown']);
		expect(rows.every(({ rank, bars }) => rank === '' && bars[0]!.top)).toBe(true);
	});

	test('have at most six rows, and say how many are left out', () => {
		const [result] = states.growing!.results;
		const [first] = result!.result.options;
		const many = Array.from({ length: 9 }, (_, at) => ({ ...first!, key: `o${at}`, count: 20 - at }));
		const [board] = resultBoards([{ ...result!, result: { ...result!.result, options: many } }], 'sv');
		expect([board!.rows.length, board!.others]).toEqual([mostRows - 1, 4]);
	});

	test('put before and after of the same options on one row, with their own bars', () => {
		const [board, ...others] = boardsOf('before-after');
		expect(others).toEqual([]);
		expect(board!.legend.map(({ first }) => first)).toEqual(['Våren 2026 (98 svar)', 'I kväll (152 svar)']);
		expect(board!.rows[0]!.bars.map(({ count, earlier }) => [count, earlier])).toEqual([
			['60', true],
			['131', false]
		]);
	});

	test('show the top three of two different questions', () => {
		const boards = boardsOf('two-questions');
		expect(boards.map(({ rows }) => rows.length)).toEqual([3, 3]);
		const inTwo = resultBoards(states['two-questions-two']!.results, 'sv', true);
		expect(inTwo.map(({ rows }) => rows.length)).toEqual([2, 2]);
		expect(inTwo[0]!.rows.map(({ tie }) => tie)).toEqual(['', '']);
		expect(boards[0]!.rows.map(({ tie }) => tie)).toEqual(['', 'start', 'end']);
	});

	test('measure hands by the largest count, without shares', () => {
		const { rows } = tallyBoard(states.tally!.tally!, 'sv');
		expect(rows.map(({ bars }) => [bars[0]!.count, bars[0]!.share])).toEqual([
			['23', ''],
			['41', ''],
			['112', '']
		]);
		expect(rows.at(-1)!.bars[0]!.percent).toBe(100);
	});
});
