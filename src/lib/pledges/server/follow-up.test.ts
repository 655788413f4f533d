import { expect, test } from 'vitest';
import { definitionOf } from '#lib/questionnaire/draft-content.ts';
import { recordEvidence } from '#lib/situation/server/record-evidence.ts';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { followPledgeUp } from '#tests/support/followed-pledge.ts';
import { createStaff } from '#tests/support/people.ts';
import { publishLamps } from '#tests/support/pledges.ts';
import { shownDefinition, storeDialogue, storeRelease } from '#tests/support/published.ts';
import { draftFollowUp } from './draft-follow-up.ts';
import { readBeforeAfter } from './read-before-after.ts';
import { readLedTo } from './read-led-to.ts';

const placeCode = '1785';

onBothEngines('following a pledge up', (createContext) => {
	test('asks the original question again with its key and scale, then whether it was kept and is noticed', async () => {
		const ctx = await createContext();
		const dialogue = await storeDialogue(ctx);
		const counts = {
			sheets: 20,
			skipped: 0,
			counts: { lighting: 12, drugs: 8 },
			first: { lighting: 12, drugs: 8 }
		};
		await storeRelease(
			ctx,
			{ dialogue, seq: 1 },
			{ sealed: { '*|*': 20 }, published: { priority: { '*|*': counts } } }
		);
		const { ctx: publisher } = await createStaff(ctx, { role: 'publisher', placeCode });
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const shown = {
			kind: 'result',
			dialogueCode: dialogue.code,
			questionKey: 'priority',
			optionKey: 'lighting'
		} as const;
		const evidence = await mustBeOk(recordEvidence(publisher, shown));
		const who = { publisher, police: publisher, municipality: editor };
		const pledge = await publishLamps(who, { placeCode, change: { evidenceIds: [evidence.id] } });
		expect(await readLedTo(ctx, dialogue.code)).toMatchObject([
			{ questionKey: 'priority', optionKey: 'lighting', pledge: { slug: pledge.slug, isFollowed: false } }
		]);
		const draft = await draftFollowUp(editor, pledge.id);
		const { questions } = definitionOf(draft.content);
		expect(questions.map(({ key }) => key)).toEqual([
			'priority',
			'pledge_kept_p_ljusare_gangvagar',
			'pledge_effect_p_ljusare_gangvagar'
		]);
		expect(questions[0]).toEqual(shownDefinition.questions[0]);
	});

	test('plays the follow-up through: what people said before and after stands side by side, from the gate', async () => {
		const ctx = await createContext();
		const { ctx: publisher } = await createStaff(ctx, { role: 'publisher', placeCode });
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const pledge = await followPledgeUp({ ctx, publisher: publisher.actor, editor: editor.actor });
		const { comparisons, judged } = await readBeforeAfter(ctx, pledge);
		expect(comparisons).toMatchObject([
			{
				question: 'Är gatorna tillräckligt belysta?',
				comparable: true,
				...{ before: { n: 40 }, after: { n: 40 } },
				rows: [
					{ key: 'yes', before: 0.25, after: 0.75 },
					{ key: 'no', before: 0.75, after: 0.25 }
				]
			}
		]);
		expect(judged).toMatchObject([{ asked: { n: 40 } }]);
	});
});
