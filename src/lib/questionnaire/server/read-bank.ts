import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import type { Texts } from '#lib/i18n/languages.ts';
import type { Context } from '#lib/server/context.ts';
import { everyBackground, everyQuestion } from '../bank/every-question.ts';
import { template, templateNames, type TemplateName } from '../bank/templates.ts';
import { questionCount, taps, timeToAnswer } from '../estimate.ts';
import type { BackgroundQuestion, Question, QuestionnaireDefinition } from '../question.ts';
import { listAreas } from './list-areas.ts';

/** Ready-made questions as a place has them. */
export interface Bank {
	questions: Question[];
	background: BackgroundQuestion[];
}

type Reading = Pick<Context, 'db' | 'actor'>;

/**
 * The question bank, with the place's own areas in the questions about places.
 * @throws AppError `not-found` without `questionnaire.edit` there
 */
export async function readBank(ctx: Reading, placeCode: string): Promise<Bank> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const areas = await listAreas(ctx, placeCode);
	return { questions: everyQuestion(areas), background: everyBackground(areas) };
}

/** A template as one chooses it. */
export interface TemplateLook {
	name: TemplateName;
	/** As many as one is asked, `7–8`. */
	questions: string;
	taps: number;
	/** As it is promised to people. */
	time: Texts;
	/** The first questions. */
	first: Texts[];
}

const firstShown = 3;

function look(name: TemplateName, definition: QuestionnaireDefinition): TemplateLook {
	const { questions } = definition;
	return {
		name,
		questions: questionCount(definition),
		taps: taps(definition),
		time: timeToAnswer(definition),
		first: questions.slice(0, firstShown).map(({ text }) => text)
	};
}

/**
 * The templates of the bank as they become in a place.
 * @throws AppError `not-found` without `questionnaire.edit` there
 */
export async function listTemplates(ctx: Reading, placeCode: string): Promise<TemplateLook[]> {
	await requirePermission(ctx, 'questionnaire.edit', placeCode);
	const areas = await listAreas(ctx, placeCode);
	return templateNames.map((name) => look(name, template(name, { areas })));
}
