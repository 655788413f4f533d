import { describe, expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { applyChange } from '../apply-change.ts';
import { contentOf } from '../draft-content.ts';
import type { DraftChange } from '../draft-change.ts';
import type { DraftContent } from '../draft.ts';
import type { Question } from '../question.ts';
import {
	beginSession,
	shownContent,
	withAllSent,
	withAnswer,
	withChange,
	withChoice,
	withNothingSent,
	withWriting,
	type DraftSession,
	type Writing
} from './draft-session.ts';

const start = (): DraftContent => contentOf(definition);
const find = ({ questions }: DraftContent, key: string): Question =>
	questions.find((question) => question.key === key)!;

/** Somebody writes in a question that they see. */
function edit(content: DraftContent, key: string, change: (question: Question) => void): Writing {
	const base = find(content, key);
	const next = structuredClone(base);
	change(next);
	return { kind: 'question', key, base, next };
}
const write = (session: DraftSession, key: string, change: (question: Question) => void): DraftSession =>
	withWriting(session, edit(shownContent(session), key, change));
const writeText = (session: DraftSession, key: string, text: string): DraftSession =>
	write(session, key, (question) => (question.text = { ...question.text, sv: text }));

/** The server makes what was sent, one after the other as `changeDraft` does. */
function serve(content: DraftContent, session: DraftSession) {
	const conflicts: {
		at: string;
		base: string;
		yours: string;
		theirs: string;
		change: DraftChange;
		by: string;
	}[] = [];
	let after = content;
	for (const change of session.waiting.slice(0, session.sent)) {
		const applied = applyChange(after, change);
		after = applied.content;
		conflicts.push(...applied.conflicts.map((conflict) => ({ ...conflict, change, by: 'Anna Berg' })));
	}
	return { content: after, made: session.sent, conflicts, by: 'Anna Berg' };
}
/** Everything is sent and answered; the server's draft may have changed before. */
const sync = (session: DraftSession, server = session.stored): DraftSession => {
	const sent = withAllSent(session);
	return withAnswer(sent, serve(server, sent));
};
const byOther = (content: DraftContent, key: string, change: (question: Question) => void): DraftContent =>
	applyChange(content, edit(content, key, change)).content;

describe('one person alone', () => {
	test('sees what they wrote at once, and sends it as one change while it waits', () => {
		const session = writeText(
			writeText(beginSession(start()), 'lighting', 'Är'),
			'lighting',
			'Är det ljust?'
		);
		expect(find(shownContent(session), 'lighting').text.sv).toBe('Är det ljust?');
		expect(session.waiting).toHaveLength(1);
		expect(session.waiting[0]).toMatchObject({
			base: { text: { sv: 'Är gatorna tillräckligt belysta?' } },
			next: { text: { sv: 'Är det ljust?' } }
		});
	});

	test('who goes on writing while it is on its way loses nothing', () => {
		const sent = withAllSent(writeText(beginSession(start()), 'lighting', 'Är det'));
		const typing = writeText(sent, 'lighting', 'Är det ljust?');
		expect(typing.waiting).toHaveLength(2);
		const answered = withAnswer(typing, serve(start(), typing));
		expect(answered.conflicts).toEqual([]);
		expect(find(shownContent(answered), 'lighting').text.sv).toBe('Är det ljust?');
		expect(find(sync(answered).stored, 'lighting').text.sv).toBe('Är det ljust?');
	});

	test('what did not arrive is sent again, and what arrived twice is the same', () => {
		const lost = withNothingSent(withAllSent(writeText(beginSession(start()), 'lighting', 'Ljust?')));
		expect(lost.sent).toBe(0);
		const stored = serve(start(), withAllSent(lost)).content;
		const again = sync(lost, stored);
		expect(again.conflicts).toEqual([]);
		expect(find(again.stored, 'lighting').text.sv).toBe('Ljust?');
	});

	test('moves and removals come in order with what was written', () => {
		let session = writeText(beginSession(start()), 'lighting', 'Ljust?');
		session = withChange(session, { kind: 'move', key: 'lighting', index: 1 });
		session = withChange(session, { kind: 'remove', key: 'problems' });
		const { stored, waiting } = sync(session);
		expect(waiting).toEqual([]);
		expect(stored.questions.map(({ key }) => key)).toEqual(
			shownContent(session).questions.map(({ key }) => key)
		);
		expect(find(stored, 'lighting').text.sv).toBe('Ljust?');
	});
});

describe('two people', () => {
	test('who write in different texts both see both', () => {
		const mine = writeText(beginSession(start()), 'lighting', 'Min fråga');
		const theirs = byOther(start(), 'problems', (question) => (question.text.sv = 'Annas fråga'));
		const after = sync(mine, theirs);
		expect(after.conflicts).toEqual([]);
		expect(find(shownContent(after), 'lighting').text.sv).toBe('Min fråga');
		expect(find(shownContent(after), 'problems').text.sv).toBe('Annas fråga');
	});

	test('who write in the same text keep their own words in front of them, beside the other’s', () => {
		const mine = writeText(beginSession(start()), 'lighting', 'Min fråga');
		const theirs = byOther(start(), 'lighting', (question) => (question.text.sv = 'Annas fråga'));
		const after = sync(mine, theirs);
		expect(after.conflicts).toMatchObject([
			{ at: 'questions.lighting.text.sv', yours: 'Min fråga', theirs: 'Annas fråga' }
		]);
		expect(find(shownContent(after), 'lighting').text.sv).toBe('Min fråga');
		expect(find(after.stored, 'lighting').text.sv).toBe('Annas fråga');
	});

	test('find the conflict also when the other’s words come while one is still writing', () => {
		const mine = writeText(beginSession(start()), 'lighting', 'Min frå');
		const theirs = byOther(start(), 'lighting', (question) => (question.text.sv = 'Annas fråga'));
		const met = withAnswer(mine, { content: theirs, made: 0, conflicts: [], by: 'Anna Berg' });
		expect(met.conflicts).toHaveLength(1);
		const more = writeText(met, 'lighting', 'Min fråga');
		expect(more.conflicts).toMatchObject([{ yours: 'Min fråga', theirs: 'Annas fråga' }]);
		expect(find(sync(more).stored, 'lighting').text.sv).toBe('Annas fråga');
	});

	test('go on with everything else while they choose', () => {
		const theirs = byOther(start(), 'lighting', (question) => (question.text.sv = 'Annas fråga'));
		const open = sync(writeText(beginSession(start()), 'lighting', 'Min fråga'), theirs);
		const more = sync(write(open, 'lighting', (question) => (question.help = { sv: 'Tänk på kvällen.' })));
		expect(find(more.stored, 'lighting')).toMatchObject({
			text: { sv: 'Annas fråga' },
			help: { sv: 'Tänk på kvällen.' }
		});
		expect(more.conflicts).toMatchObject([{ yours: 'Min fråga' }]);
	});

	test.each([
		['mine', 'Min fråga', 'Min fråga'],
		['theirs', 'Annas fråga', 'Annas fråga'],
		['something of both', 'Vår fråga', 'Vår fråga']
	])('who choose %s have it stored, and the conflict is over', (_, chosen, stored) => {
		const theirs = byOther(start(), 'lighting', (question) => (question.text.sv = 'Annas fråga'));
		const open = sync(writeText(beginSession(start()), 'lighting', 'Min fråga'), theirs);
		const after = sync(withChoice(open, { at: 'questions.lighting.text.sv' }, chosen));
		expect(after.conflicts).toEqual([]);
		expect(find(after.stored, 'lighting').text.sv).toBe(stored);
	});

	test('who wrote alike have no conflict', () => {
		const theirs = byOther(start(), 'lighting', (question) => (question.text.sv = 'Samma'));
		expect(sync(writeText(beginSession(start()), 'lighting', 'Samma'), theirs).conflicts).toEqual([]);
	});

	test('choose between limits as between words', () => {
		const theirs = byOther(start(), 'problems', (question) => (question.max = 1));
		const open = sync(
			write(beginSession(start()), 'problems', (question) => (question.max = 3)),
			theirs
		);
		expect(open.conflicts).toMatchObject([{ at: 'questions.problems.max', yours: '3', theirs: '1' }]);
		const after = sync(withChoice(open, { at: 'questions.problems.max' }, '3'));
		expect(find(after.stored, 'problems').max).toBe(3);
		expect(after.conflicts).toEqual([]);
	});

	test('get an option back that one of them took away while the other wrote in it', () => {
		const theirs = byOther(start(), 'problems', ({ options }) => options.shift());
		const open = sync(
			write(beginSession(start()), 'problems', ({ options }) => (options[0]!.text.sv = 'Mopeder')),
			theirs
		);
		const at = 'questions.problems.options.traffic.text.sv';
		expect(open.conflicts).toMatchObject([{ at, yours: 'Mopeder', theirs: '' }]);
		const after = sync(withChoice(open, { at }, 'Mopeder'));
		expect(find(after.stored, 'problems').options).toContainEqual(
			expect.objectContaining({ key: 'traffic', text: expect.objectContaining({ sv: 'Mopeder' }) })
		);
	});

	test('keep words in a question that the other took away, and they come back with it', () => {
		const theirs = applyChange(start(), { kind: 'remove', key: 'lighting' }).content;
		const after = sync(writeText(beginSession(start()), 'lighting', 'Min fråga'), theirs);
		expect(after.stored.questions.map(({ key }) => key)).not.toContain('lighting');
		const back = sync(withChange(after, { kind: 'restore', key: 'lighting' }));
		expect(find(back.stored, 'lighting').text.sv).toBe('Min fråga');
	});
});
