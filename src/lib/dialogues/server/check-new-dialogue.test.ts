import { expect, test } from 'vitest';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { definition, newDialogue } from '#tests/support/march-dialogue.ts';
import { checkNewDialogue } from './check-new-dialogue.ts';

onBothEngines('a new dialogue', (createContext) => {
	test('offers a language only when its title and every text of its questions are translated', async () => {
		const ctx = await createContext();
		const titled = { title: { sv: 'Trygg?', en: 'Safe?' }, languages: ['sv' as const, 'en' as const] };
		const complete = await newDialogue(ctx, titled);
		expect(await checkNewDialogue(ctx, complete)).toMatchObject({ ok: true });

		const refusedFor = (code: string) => ({ ok: false, problems: [{ code }] });
		const untitled = { ...complete, title: { sv: 'Trygg?' } };
		expect(await checkNewDialogue(ctx, untitled)).toMatchObject(refusedFor('missing-translation'));

		const half = structuredClone(definition);
		delete half.questions[0]!.text.en;
		const published = await publishQuestionnaire(ctx, { placeCode: '1785', definition: half });
		expect(await checkNewDialogue(ctx, { ...complete, ...published })).toMatchObject(
			refusedFor('incomplete')
		);
		expect(await checkNewDialogue(ctx, { ...complete, ...published, languages: ['sv'] })).toMatchObject({
			ok: true
		});
	});
});
