import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { readDialogue } from '#lib/dialogues/server/read-dialogue.ts';
import type { Language, Texts } from '#lib/i18n/languages.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { readResults } from '#lib/results/server/read-results.ts';
import { readStandings } from '#lib/results/server/read-standings.ts';
import type { Context } from '#lib/server/context.ts';
import { currentStep, type Agenda } from '../agenda.ts';
import { countKey, type ShownResult } from '../screen-state.ts';
import { isAsked, type ReviewSource, type Step } from '../step.ts';
import type { Afterwards, ScreenState } from '../views.ts';
import { readAfterwards } from './read-afterwards.ts';
import { selectCounts } from './step-store.ts';
import { readStepTexts } from './step-texts.ts';

/** What has been released of a meeting, as far as its current step shows it. */
export interface Shown {
	/** Rises with every release of one of the steps. */
	releases: number;
	/** Released sheets of the current step. */
	answered: number | null;
	results: ShownResult[];
	counts: ReadonlyMap<string, number>;
	texts: ScreenState['texts'];
	themes: ScreenState['themes'];
	/** Where the current step's answers go; null for a step without. */
	dialogue: Dialogue | null;
	/** What comes of a meeting that has ended. */
	after: Afterwards | null;
}

/** How much has been published of a meeting's steps. */
export async function readReleases(
	ctx: Pick<Context, 'db'>,
	steps: readonly Pick<Step, 'dialogueId'>[]
): Promise<number> {
	const ids = steps.flatMap(({ dialogueId }) => dialogueId ?? []);
	return (await readStandings(ctx, ids)).reduce((sum, { seq }) => sum + seq, 0);
}

interface Wanted {
	dialogue: Dialogue;
	key: string;
	/** What to call it beside another. */
	caption: Texts | null;
	seq?: number | undefined;
}

async function readOne(
	ctx: Context,
	{ dialogue, key, caption, seq }: Wanted,
	language: Language
): Promise<{ shown: ShownResult; n: number | null } | undefined> {
	const { questions } = await readQuestionnaire(ctx, dialogue);
	const question: Question | undefined = questions.find((one) => one.key === key);
	const whole = await readResults(ctx, { dialogue, filter: {}, language, ...(seq !== undefined && { seq }) });
	const result = whole.questions.find((one) => one.key === key);
	return question && result && { shown: { question, result, seq: whole.seq, caption }, n: whole.n };
}

/** The result of an asked step, as its display pins it. */
async function ofStep(
	ctx: Context,
	{ step, caption }: { step: Step; caption: Texts | null },
	language: Language
) {
	if (step.dialogueId === null || !isAsked(step.content)) return undefined;
	const dialogue = await readDialogue(ctx, step.dialogueId);
	const { key } = step.content.question;
	return readOne(ctx, { dialogue, key, caption, seq: step.pinnedSeq ?? undefined }, language);
}

async function ofSource(
	ctx: Context,
	{ agenda, source, isAlone }: { agenda: Agenda; source: ReviewSource; isAlone: boolean },
	language: Language
) {
	const { meeting, steps } = agenda;
	if (source.from === 'step') {
		const step = steps.find(({ id }) => id === source.stepId);
		return step && ofStep(ctx, { step, caption: isAlone ? null : meeting.title }, language);
	}
	if (meeting.dialogueId === null) return undefined;
	const dialogue = await readDialogue(ctx, meeting.dialogueId);
	if (dialogue.state === 'draft') return undefined;
	const caption = isAlone ? null : dialogue.title;
	return readOne(ctx, { dialogue, key: source.questionKey, caption }, language);
}

async function readReview(
	ctx: Context,
	{ agenda, sources }: { agenda: Agenda; sources: readonly ReviewSource[] },
	language: Language
): Promise<ShownResult[]> {
	const results: ShownResult[] = [];
	for (const source of sources.slice(0, 2)) {
		const found = await ofSource(ctx, { agenda, source, isAlone: sources.length < 2 }, language);
		if (found) results.push(found.shown);
	}
	return results;
}

/** Reads what has been released of the current step, and of the steps and questions that a review looks back at. */
export async function readShown(ctx: Context, agenda: Agenda, language: Language): Promise<Shown> {
	const step = currentStep(agenda);
	const content = step?.content;
	const [releases, counted] = [
		await readReleases(ctx, agenda.steps),
		await selectCounts(ctx.db, agenda.meeting.id)
	];
	const counts = new Map(counted.map((row) => [countKey(row.stepId, row.optionKey), row.count]));
	const shown: Shown = {
		...{ releases, counts, answered: null, results: [], texts: [], themes: [], dialogue: null },
		after: await readAfterwards(ctx, agenda.meeting)
	};
	if (!step || !content) return shown;
	if (content.kind === 'review') {
		const { sources } = content;
		return { ...shown, results: await readReview(ctx, { agenda, sources }, language) };
	}
	if (!isAsked(content) || step.dialogueId === null) return shown;
	const dialogue = await readDialogue(ctx, step.dialogueId);
	const found = await ofStep(ctx, { step, caption: null }, language);
	const read = content.kind === 'wall' ? await readStepTexts(ctx, step.dialogueId) : undefined;
	return {
		...shown,
		answered: found?.n ?? null,
		results: found && content.kind !== 'wall' ? [found.shown] : [],
		texts: read?.texts ?? [],
		themes: read?.themes ?? [],
		dialogue
	};
}
