import { readPlace } from '#lib/places/server/read-place.ts';
import type { PlaceKind } from '#lib/places/place.ts';
import { languagesOf } from '#lib/questionnaire/definition.ts';
import { readQuestionnaire } from '#lib/questionnaire/server/read-questionnaire.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Context } from '#lib/server/context.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { newDialogueProblem, parseNewDialogue, type NewDialogue } from '../new-dialogue.ts';

/** Kinds of place that ask their residents. */
const askingKinds: readonly PlaceKind[] = ['municipality', 'local-police-area', 'police-region', 'district'];

const mostDimensions = 3;

/** What a read gives, undefined when there is no such thing. */
async function ifFound<T>(read: Promise<T>): Promise<T | undefined> {
	try {
		return await read;
	} catch (error) {
		if (error instanceof AppError && error.code === 'not-found') return undefined;
		throw error;
	}
}

async function placeProblems(ctx: Pick<Context, 'db'>, code: string): Promise<Problem[]> {
	const place = await ifFound(readPlace(ctx, code));
	return place && askingKinds.includes(place.kind) ? [] : [newDialogueProblem('placeCode', 'unknown')];
}

async function questionnaireProblems(ctx: Pick<Context, 'db'>, input: NewDialogue): Promise<Problem[]> {
	const questionnaire = await ifFound(readQuestionnaire(ctx, input));
	if (!questionnaire) return [newDialogueProblem('questionnaireId', 'unknown')];
	const problems: Problem[] = [];
	if (questionnaire.background.length > mostDimensions) {
		const detail = `Answers may be split by at most ${mostDimensions} background questions.`;
		problems.push(newDialogueProblem('questionnaireId', 'too-many-dimensions', detail));
	}
	const complete = languagesOf(questionnaire);
	if (!input.languages.every((language) => complete.includes(language)))
		problems.push(
			newDialogueProblem(
				'languages',
				'incomplete',
				'A language is offered only when every text is translated.'
			)
		);
	return problems;
}

/**
 * Reads what somebody wrote about a new dialogue and holds it against the places and questionnaires there are.
 * @returns the new dialogue, ready for createDialogue, or what must be mended
 */
export async function checkNewDialogue(
	ctx: Pick<Context, 'db'>,
	input: unknown
): Promise<Outcome<NewDialogue>> {
	const parsed = parseNewDialogue(input);
	if (!parsed.ok) return parsed;
	const problems = [
		...(await placeProblems(ctx, parsed.value.placeCode)),
		...(await questionnaireProblems(ctx, parsed.value))
	];
	return problems.length > 0 ? { ok: false, problems } : parsed;
}
