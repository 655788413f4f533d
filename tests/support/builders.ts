import { acceptAnswers } from '#lib/answers/server/accept-answers.ts';
import type { Channel } from '#lib/dialogues/channel.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { createDialogue } from '#lib/dialogues/server/create-dialogue.ts';
import { openDialogue } from '#lib/dialogues/server/open-dialogue.ts';
import type { Entry } from '#lib/dialogues/plan.ts';
import { defaultSettings, type AnonymitySettings } from '#lib/dialogues/settings.ts';
import type { Question, QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import { publishQuestionnaire } from '#lib/questionnaire/server/publish-questionnaire.ts';
import type { Context } from '#lib/server/context.ts';
import { randomId } from '#lib/server/random.ts';

const option = (key: string, text: string) => ({ key, text: { sv: text, en: `${text} (en)` } });

/** The questions that tests ask: one of each kind, named after what they are about. */
export const lighting: Question = {
	key: 'lighting',
	version: 1,
	kind: 'choice',
	text: { sv: 'Är gatorna tillräckligt belysta?', en: 'Are the streets lit well enough?' },
	options: [option('yes', 'Ja'), option('no', 'Nej'), { ...option('unknown', 'Vet inte'), apart: true }]
};

export const problems: Question = {
	key: 'problems',
	version: 1,
	kind: 'choices',
	text: { sv: 'Vilka problem märker du?', en: 'Which problems do you notice?' },
	options: [
		option('traffic', 'Buskörning'),
		option('drugs', 'Narkotika'),
		option('litter', 'Skräp'),
		{ ...option('none', 'Inget'), exclusive: true }
	],
	max: 2
};

export const priority: Question = {
	key: 'priority',
	version: 1,
	kind: 'ranking',
	text: { sv: 'Vad ska göras först?', en: 'What should be done first?' },
	options: [option('police', 'Fler poliser'), option('light', 'Ljus'), option('youth', 'Ungdomsgård')],
	max: 3
};

export const words: Question = {
	key: 'words',
	version: 1,
	kind: 'text',
	text: { sv: 'Något mer?', en: 'Anything else?' },
	options: [],
	max: 500
};

export const districts = {
	key: 'district' as const,
	text: { sv: 'Var bor du?', en: 'Where do you live?' },
	options: [option('north', 'Norr'), option('south', 'Söder'), option('island', 'Ön')]
};

export const definition: QuestionnaireDefinition = {
	title: { sv: 'Tryggt i Säffle', en: 'Safe in Säffle' },
	questions: [lighting, problems, priority, words],
	background: [districts]
};

export interface DialogueOptions {
	definition?: QuestionnaireDefinition;
	settings?: Partial<AnonymitySettings>;
	placeCode?: string;
	closesOn?: string | null;
	entry?: Entry;
	channels?: Channel[];
}

/** An open dialogue in Säffle (crowd 5, one insider, every answer its own source) unless told otherwise. */
export async function openTestDialogue(ctx: Context, options: DialogueOptions = {}): Promise<Dialogue> {
	const placeCode = options.placeCode ?? '1785';
	const { questionnaireId, version } = await publishQuestionnaire(ctx, {
		placeCode,
		definition: options.definition ?? definition
	});
	const { id } = await createDialogue(ctx, {
		title: { sv: 'Tryggt i Säffle', en: 'Safe in Säffle' },
		placeCode,
		kind: 'citizen',
		questionnaireId,
		version,
		opensOn: '2027-03-01',
		closesOn: options.closesOn === undefined ? '2027-03-31' : options.closesOn,
		resultsDueOn: '2027-05-01',
		pledgesDueOn: '2027-06-01',
		channels: options.channels ?? ['web', 'meeting'],
		languages: ['sv', 'en'],
		settings: { ...defaultSettings.meeting, ...options.settings },
		entry: options.entry ?? 'open'
	});
	return openDialogue(ctx, id);
}

/** The value of an outcome that a test expects to succeed. */
export async function mustBeOk<T>(
	outcome: Promise<{ ok: true; value: T } | { ok: false; problems: unknown }>
): Promise<T> {
	const result = await outcome;
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value;
}

export interface TestAnswer {
	answers: Record<string, unknown>;
	background?: Record<string, unknown>;
	key?: string;
	source?: string;
	/** One-time code. */
	code?: string;
}

/** One respondent answers over the web. */
export const answerOnce = (
	ctx: Context,
	dialogue: Dialogue,
	{ answers, background = {}, key, source, code }: TestAnswer
) =>
	acceptAnswers(ctx, {
		dialogue,
		key: key ?? randomId(ctx.random),
		version: dialogue.version,
		channel: 'web',
		answers,
		background,
		code,
		source: source ?? randomId(ctx.random)
	});
