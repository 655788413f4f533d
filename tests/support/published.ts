import type { Dialogue, DialogueState } from '#lib/dialogues/dialogue.ts';
import { defaultSettings } from '#lib/dialogues/settings.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Histogram } from '#lib/sealing/histogram.ts';
import type { Context } from '#lib/server/context.ts';

/** A dialogue for tests of what is shown: a priority ranking, a scale with "don't know", and a text. */
export const shownDefinition: QuestionnaireDefinition = {
	title: { sv: 'Trygghet i Säffle', en: 'Safety in Säffle' },
	questions: [
		{
			key: 'priority',
			version: 1,
			kind: 'ranking',
			text: { sv: 'Vad är viktigast att göra något åt?', en: 'What matters most?' },
			max: 3,
			options: [
				{ key: 'lighting', text: { sv: 'Dålig belysning', en: 'Poor lighting' } },
				{ key: 'drugs', text: { sv: 'Narkotika', en: 'Drugs' } },
				{ key: 'speeding', text: { sv: 'Störande körning', en: 'Reckless driving' } }
			]
		},
		{
			key: 'safe_overall',
			version: 1,
			kind: 'scale',
			text: { sv: 'Hur trygg känner du dig?', en: 'How safe do you feel?' },
			options: [
				{ key: '1', text: { sv: 'Mycket otrygg', en: 'Very unsafe' } },
				{ key: '2', text: { sv: 'Ganska otrygg', en: 'Fairly unsafe' } },
				{ key: '3', text: { sv: 'Ganska trygg', en: 'Fairly safe' } },
				{ key: '4', text: { sv: 'Mycket trygg', en: 'Very safe' } },
				{ key: 'dont_know', text: { sv: 'Vet inte', en: "Don't know" }, apart: true }
			]
		},
		{ key: 'free', version: 1, kind: 'text', text: { sv: 'Något mer?', en: 'Anything else?' }, options: [] }
	],
	background: [
		{
			key: 'district',
			text: { sv: 'Område', en: 'Area' },
			options: [
				{ key: 'norra', text: { sv: 'Norra', en: 'North' } },
				{ key: 'sodra', text: { sv: 'Södra', en: 'South' } },
				{ key: 'ostra', text: { sv: 'Östra', en: 'East' } }
			]
		},
		{
			key: 'age',
			text: { sv: 'Ålder', en: 'Age' },
			options: [
				{ key: '16-29', text: { sv: '16–29 år', en: '16–29' } },
				{ key: '30-64', text: { sv: '30–64 år', en: '30–64' } },
				{ key: 'rather_not_say', text: { sv: 'Vill inte svara', en: 'Rather not say' }, apart: true }
			]
		}
	]
};

/** What a release adds: sealed sheets per label, and what is published per question and label. */
export interface ShownRelease {
	sealed?: Record<string, number>;
	/** Question → label → histogram. */
	published?: Record<string, Record<string, Histogram>>;
}

/** Stores a dialogue in Säffle that has the questionnaire `shownDefinition` and no answers. */
export async function storeDialogue(ctx: Context, state: DialogueState = 'open'): Promise<Dialogue> {
	const definition = JSON.stringify(shownDefinition);
	await ctx.db
		.insertInto('questionnaire')
		.values({ id: 'questionnaire', placeCode: '1785', title: 'Trygghet', listed: 1 })
		.execute();
	await ctx.db
		.insertInto('questionnaireVersion')
		.values({ questionnaireId: 'questionnaire', version: 1, definition })
		.execute();
	const dialogue: Dialogue = {
		id: 'dialogue',
		code: '482913',
		placeCode: '1785',
		slug: 'trygghet',
		kind: 'citizen',
		state,
		title: shownDefinition.title,
		questionnaireId: 'questionnaire',
		version: 1,
		opensAt: new Date('2027-02-01T00:00:00Z'),
		closesAt: null,
		resultsDueOn: '2027-04-01',
		pledgesDueOn: '2027-06-01',
		channels: ['web'],
		languages: ['sv', 'en'],
		settings: { ...defaultSettings.openLink },
		entry: 'open',
		partOf: null,
		joins: null
	};
	const { title, opensAt, closesAt, channels, languages, settings, ...rest } = dialogue;
	await ctx.db
		.insertInto('dialogue')
		.values({
			...rest,
			...settings,
			title: JSON.stringify(title),
			opensAt: opensAt.getTime(),
			closesAt: closesAt?.getTime() ?? null,
			channels: JSON.stringify(channels),
			languages: JSON.stringify(languages)
		})
		.execute();
	return dialogue;
}

/** Replaces the counters of a dialogue and adds the release `seq`, as the sealing would after a seal. */
export async function storeRelease(
	ctx: Context,
	{ dialogue, seq }: { dialogue: Dialogue; seq: number },
	{ sealed = {}, published = {} }: ShownRelease
): Promise<void> {
	const dialogueId = dialogue.id;
	await ctx.db.transaction().execute(async (trx) => {
		await trx.deleteFrom('sealedCount').where('dialogueId', '=', dialogueId).execute();
		await trx.deleteFrom('published').where('dialogueId', '=', dialogueId).execute();
		for (const [label, sheets] of Object.entries(sealed))
			await trx.insertInto('sealedCount').values({ dialogueId, label, sheets }).execute();
		for (const [questionKey, labels] of Object.entries(published))
			for (const [label, histogram] of Object.entries(labels))
				await trx
					.insertInto('published')
					.values({ dialogueId, questionKey, label, histogram: JSON.stringify(histogram) })
					.execute();
		const day = '2027-03-01';
		await trx
			.insertInto('release')
			.values({
				dialogueId,
				seq,
				day,
				content: '{}',
				hash: `hash-${seq}`,
				previous: seq === 1 ? '' : `hash-${seq - 1}`
			})
			.execute();
	});
}
