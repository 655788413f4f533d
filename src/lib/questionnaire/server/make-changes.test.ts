import { expect, test } from 'vitest';
import { definition } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { contentOf } from '../draft-content.ts';
import type { DraftChange } from '../draft-change.ts';
import type { Draft } from '../draft.ts';
import { createDraft } from './create-draft.ts';
import { makeChanges } from './make-changes.ts';
import { listTemplates, readBank } from './read-bank.ts';

function written({ content }: Draft, key: string, text: string): DraftChange {
	const base = content.questions.find((question) => question.key === key)!;
	return { kind: 'question', key, base, next: { ...base, text: { ...base.text, sv: text } } };
}

onBothEngines('changes that an editor sends', (createContext) => {
	test('are all made; the one that meets somebody else’s says so, and the others go on', async () => {
		const ctx = await createContext();
		const draft = await createDraft(ctx, { placeCode: '1785', content: contentOf(definition) });
		const { id } = draft;
		await makeChanges(ctx, { id, changes: [written(draft, 'lighting', 'Annas')] });
		const made = await makeChanges(ctx, {
			id,
			changes: [
				written(draft, 'problems', 'Mina problem'),
				written(draft, 'lighting', 'Min'),
				{ kind: 'remove', key: 'priority' }
			]
		});
		expect(made.conflicts).toMatchObject([{ change: 1, yours: 'Min', theirs: 'Annas' }]);
		expect(made.draft.content.questions.map(({ key, text }) => [key, text.sv])).toEqual(
			expect.arrayContaining([
				['lighting', 'Annas'],
				['problems', 'Mina problem']
			])
		);
		expect(made.draft.content.questions.map(({ key }) => key)).not.toContain('priority');
	});

	test('of a draft that is not there are not found', async () => {
		const ctx = await createContext();
		await expect(makeChanges(ctx, { id: 'x', changes: [] })).rejects.toMatchObject({ code: 'not-found' });
	});

	test('can take from the bank: every question once, about places only where there are areas', async () => {
		const ctx = await createContext();
		const { questions, background } = await readBank(ctx, '1785');
		const keys = questions.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys).toEqual(expect.arrayContaining(['safe_overall', 'staff_see', 'influence', 'unsafe_place']));
		expect(background.map(({ key }) => key)).toEqual(['district', 'age', 'gender', 'group']);
		const { questions: fewer } = await readBank(ctx, 'lpo-arvika');
		expect(fewer.map(({ key }) => key)).not.toContain('unsafe_place');
	});

	test('begin with templates that say how long they are', async () => {
		const ctx = await createContext();
		const templates = await listTemplates(ctx, '1785');
		expect(templates.map(({ name }) => name)).toEqual(['K3', 'S8', 'L', 'U', 'M', 'H', 'F']);
		expect(templates[1]).toMatchObject({ questions: '7–8', time: { sv: 'ungefär 2 minuter' } });
		expect(templates.every(({ first }) => first.length === 3)).toBe(true);
	});
});
