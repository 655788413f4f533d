import { requirePermission } from '#lib/accounts/server/require-permission.ts';
import { dialogueView } from '#lib/dialogues/dialogue-view.ts';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import { listDialogues } from '#lib/dialogues/server/list-dialogues.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import { listMeetings } from '#lib/meetings/server/list-meetings.ts';
import { readPublishedReport } from '#lib/meetings/server/read-meeting-report.ts';
import { readReportParts } from '#lib/meetings/server/read-report-parts.ts';
import { readPlace } from '#lib/places/server/read-place.ts';
import type { Context } from '#lib/server/context.ts';
import { listReleasedTexts } from '#lib/texts/server/list-released-texts.ts';
import { otherWays, selectionOf } from '../selection.ts';

/** Where quotes can be taken from: a published report of a meeting, or a dialogue. */
export interface QuotableSource {
	title: string;
	/** A report shows only what somebody chose to quote. */
	kind: 'report' | 'dialogue';
	/** How its answers were collected, in words. */
	selection: string;
	/** The page where everybody reads it. */
	href: string | null;
	asked: Dialogue['kind'];
	texts: { id: string; text: string }[];
}

async function ofReports(ctx: Context, placeCode: string): Promise<QuotableSource[]> {
	const meetings = await listMeetings(ctx, placeCode);
	const reported = meetings.filter(({ reportedAt }) => reportedAt !== null);
	const { slug } = await readPlace(ctx, placeCode);
	const sources: QuotableSource[] = [];
	for (const meeting of reported) {
		const { steps } = await readPublishedReport(ctx, { ...meeting, language: 'sv' });
		const { quotes } = await readReportParts(ctx, meeting);
		const texts = steps.flatMap((step) => step.texts);
		sources.push({
			...{ title: inLanguage(meeting.title, 'sv'), kind: 'report', selection: otherWays.report },
			...{ href: slug ? `/${slug}/moten/${meeting.slug}` : null, asked: 'citizen' },
			texts: quotes === null ? texts : texts.filter(({ id }) => quotes.includes(id))
		});
	}
	return sources;
}

async function ofDialogues(ctx: Context, placeCode: string): Promise<QuotableSource[]> {
	const { slug } = await readPlace(ctx, placeCode);
	const dialogues = await listDialogues(ctx, { placeCode });
	return Promise.all(
		dialogues.map(async (dialogue): Promise<QuotableSource> => {
			const texts = await listReleasedTexts(ctx, { dialogueId: dialogue.id });
			return {
				...{ title: dialogueView(dialogue, 'sv').title, kind: 'dialogue', asked: dialogue.kind },
				selection: selectionOf(dialogue),
				href: slug ? `/${slug}/dialog/${dialogue.slug}/resultat/texter` : null,
				texts: texts.map(({ id, text }) => ({ id, text }))
			};
		})
	);
}

/**
 * Everything that a picture of the place may quote: texts that were read and released and are not taken down; what
 * published reports quote comes first, and each text once.
 * @throws AppError `not-found` without `situation.edit` there
 */
export async function listQuotable(ctx: Context, placeCode: string): Promise<QuotableSource[]> {
	await requirePermission(ctx, 'situation.edit', placeCode);
	const seen = new Set<string>();
	const all = [...(await ofReports(ctx, placeCode)), ...(await ofDialogues(ctx, placeCode))];
	const once = all.map((source) => ({
		...source,
		texts: source.texts.filter(({ id }) => !seen.has(id) && seen.add(id))
	}));
	return once.filter(({ texts }) => texts.length > 0);
}
