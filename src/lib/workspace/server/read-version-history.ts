import { dayOf } from '#lib/dialogues/period.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import { readVersions } from '#lib/questionnaire/server/read-versions.ts';
import { historyOf, type QuestionHistory } from '#lib/questionnaire/version-history.ts';
import type { Context } from '#lib/server/context.ts';

/** A dialogue that asked a version. */
export interface AskingDialogue {
	code: string;
	title: string;
	year: string;
}

/** A questionnaire through the years. */
export interface VersionHistory {
	title: string;
	place: { code: string; name: string };
	/** Newest first, with the dialogues that asked them. */
	versions: { version: number; years: string[]; dialogues: AskingDialogue[] }[];
	questions: QuestionHistory[];
}

/**
 * Every version of a questionnaire with the years it was asked in, and each question across them.
 * @throws AppError `not-found` when there is none, or without `questionnaire.edit` in its place
 */
export async function readVersionHistory(ctx: Context, questionnaireId: string): Promise<VersionHistory> {
	const { placeCode, versions } = await readVersions(ctx, questionnaireId);
	const { name } = await readPlace(ctx, placeCode);
	const dialogues = (await listDialogues(ctx, { placeCode })).filter(
		(dialogue) => dialogue.questionnaireId === questionnaireId
	);
	const asked = versions.map(({ version, definition }) => {
		const asking = dialogues
			.filter((dialogue) => dialogue.version === version)
			.map(({ code, title, opensAt }) => ({ code, title: title.sv, year: dayOf(opensAt).slice(0, 4) }));
		return {
			version,
			definition,
			dialogues: asking,
			years: [...new Set(asking.map(({ year }) => year))].sort()
		};
	});
	return {
		title: versions[0]?.definition.title.sv ?? '',
		place: { code: placeCode, name },
		versions: asked.map(({ version, years, dialogues: asking }) => ({ version, years, dialogues: asking })),
		questions: historyOf(asked)
	};
}
