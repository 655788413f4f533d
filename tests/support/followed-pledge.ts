import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { dayOf } from '#lib/dialogues/period.ts';
import { suggestDates } from '#lib/dialogues/plan-suggestion.ts';
import { closeDialogue } from '#lib/dialogues/server/close-dialogue.ts';
import { savePlan } from '#lib/dialogues/server/save-plan.ts';
import { askedKey } from '#lib/pledges/follow-up-questions.ts';
import type { Texts } from '#lib/i18n/languages.ts';
import type { Pledge } from '#lib/pledges/pledge.ts';
import { draftFollowUp } from '#lib/pledges/server/draft-follow-up.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { closeAndSeal } from '#lib/sealing/server/close-and-seal.ts';
import type { Context, StaffActor } from '#lib/server/context.ts';
import { recordEvidence } from '#lib/situation/server/record-evidence.ts';
import { openDraft, stampOf } from '#lib/workspace/server/open-draft.ts';
import { readOpening } from '#lib/workspace/server/read-opening.ts';
import { answerOnce, lighting, mustBeOk } from './builders.ts';
import { openFromYesterday } from './open-dialogue.ts';
import { publishLamps } from './pledges.ts';

const dayMs = 24 * 60 * 60 * 1000;
const sheets = 40;

type Answers = Record<string, string>;

/** Forty people answer; the dialogue is closed, and all that may be published is. */
async function answerAndClose(
	ctx: Context,
	dialogue: Dialogue,
	answersOf: (person: number) => Answers
): Promise<void> {
	for (let person = 0; person < sheets; person++)
		await mustBeOk(answerOnce(ctx, dialogue, { answers: answersOf(person) }));
	await closeDialogue(ctx, dialogue.id);
	await closeAndSeal(ctx, dialogue.id);
}

/** The question about lighting in some languages; where it has no words of its own, the code stands before the Swedish. */
export function lightingIn(...languages: string[]): Question {
	const said = (text: Texts): Texts => ({
		...text,
		...Object.fromEntries(languages.map((one) => [one, text[one] ?? `${one}: ${text.sv}`]))
	});
	const options = lighting.options.map((option) => ({ ...option, text: said(option.text) }));
	return { ...lighting, text: said(lighting.text), options };
}

/** The dialogue that is begun from a pledge, opened as it was drafted with the dates that are suggested. */
async function openFollowUp(ctx: Context, pledge: Pledge): Promise<Dialogue> {
	const { id } = await draftFollowUp(ctx, pledge.id);
	await savePlan(ctx, { draftId: id, plan: suggestDates(ctx.now()) });
	const opened = await openDraft(ctx, { draftId: id, seen: stampOf(await readOpening(ctx, id)) });
	if (!opened.ok) throw new Error(opened.why);
	return opened.dialogue;
}

/** Those who take a pledge to its end, on any day. */
export interface Following {
	/** The system, today. */
	ctx: Context;
	publisher: StaffActor;
	editor: StaffActor;
	/** The question as it is asked again, where it is not the same; the dialogue then asks nothing else. */
	changed?: Question;
}

/**
 * A pledge that has been followed up, from one question to the next: three of four said that the streets are dark, a
 * pledge rests on it, and the dialogue that was begun from the pledge asked the same again, when one of four said so.
 */
export async function followPledgeUp({ ctx, publisher, editor, changed }: Following): Promise<Pledge> {
	const on = (days: number, actor: Context['actor'] = ctx.actor): Context => {
		const now = new Date(ctx.now().getTime() + days * dayMs);
		return { ...ctx, actor, now: () => now };
	};
	const title = { sv: 'Hur är det i Säffle?', en: 'How is Säffle?' };
	const original = lightingIn('sv', 'en', 'ar');
	const asked = { title, questions: [original], background: [] };
	const earlier = await openFromYesterday(on(-120), asked, { closesOn: null });
	await answerAndClose(on(-100), earlier, (person) => ({ lighting: person % 4 === 0 ? 'yes' : 'no' }));
	const placeCode = earlier.placeCode;
	const shown = { dialogueCode: earlier.code, questionKey: 'lighting', optionKey: 'no' };
	const evidence = await mustBeOk(recordEvidence(on(-90, publisher), { kind: 'result', ...shown }));
	const day = (days: number) => dayOf(on(days).now());
	const then = on(-80, publisher);
	const pledge = await publishLamps(
		{ publisher: then, police: then, municipality: on(-80, editor) },
		{
			placeCode,
			change: {
				...{ title: 'Ljus på gångvägarna', evidenceIds: [evidence.id], validFrom: day(-80) },
				...{ validTo: day(100), nextReportOn: day(50) }
			},
			activity: { dueOn: day(100) }
		}
	);
	const again = changed
		? await openFromYesterday(on(-10), { title, questions: [changed], background: [] }, { closesOn: null })
		: await openFollowUp(on(-10, publisher), pledge);
	const kept = (person: number): Answers =>
		changed ? {} : { [`pledge_kept_${askedKey(pledge)}`]: String(1 + (person % 4)) };
	await answerAndClose(on(-5), again, (person) => ({
		lighting: person % 4 === 0 ? 'no' : 'yes',
		...kept(person)
	}));
	return pledge;
}
