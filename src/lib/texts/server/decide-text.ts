import * as v from 'valibot';
import { recordEvent } from '#lib/audit/server/record-event.ts';
import { readFreeTexts } from '#lib/sealing/server/read-free-texts.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { mergedMasks, masksByHand } from '../mask.ts';
import {
	decisionSchema,
	marksOf,
	undecided,
	type DecisionInput,
	type Marks,
	type TextDecision
} from '../moderation.ts';
import { findPersonalData } from '../personal-data.ts';
import { sealMarks } from './marks.ts';
import { moderatedDialogue, whileModerating, type Moderating } from './moderating.ts';
import { selectReleasedText } from './released-text-store.ts';
import { isTextOf, upsertDecision } from './text-store.ts';
import { replaceThemings } from './theme-store.ts';

const details: Record<string, string> = {
	invalid: 'The decision has the wrong form.',
	undecided: 'What was found must be masked or let pass first.',
	'nothing-masked': 'Nothing is chosen to be masked.',
	'not-in-text': 'These words do not stand in the text.',
	'reason-missing': 'A text is rejected for a reason.',
	'already-released': 'The text is released; take it down first.'
};

const problem = (at: string, code: string): Problem => ({ at, code, detail: details[code]! });
const refused = (at: string, code: string) => ({ ok: false as const, problems: [problem(at, code)] });

interface Decided extends Marks {
	decision: TextDecision;
}

function decisionOn(text: string, input: DecisionInput): Outcome<Decided> {
	if (input.do === 'reject')
		return input.reason === null
			? refused('reason', 'reason-missing')
			: { ok: true, value: { decision: 'rejected', masks: [], passed: [] } };
	const findings = findPersonalData(text);
	const hand = masksByHand(text, { lines: input.hand.split('\n'), kind: input.handKind });
	if (input.do === 'mask' && hand.missing.length > 0) return refused('hand', 'not-in-text');
	const marks = marksOf(findings, { ...input, hand: hand.masks });
	if (input.do === 'accept' && (marks.masks.length > 0 || undecided(findings, marks).length > 0))
		return refused('mask', 'undecided');
	if (undecided(findings, marks).length > 0) return refused('mask', 'undecided');
	if (input.do === 'mask' && marks.masks.length === 0) return refused('hand', 'nothing-masked');
	const decision = input.do === 'mask' ? 'masked' : 'accepted';
	return { ok: true, value: { decision, masks: mergedMasks(marks.masks), passed: marks.passed } };
}

/**
 * Decides about one text: accepted as it is, accepted with something masked, or rejected with a reason. It is shown when
 * the batch is released. A text in which personal data were found is accepted only when each of them is masked or was
 * seen and let pass. Who decides again before the release replaces the decision.
 * @param input.form what the form says, see decisionSchema
 * @returns the problems `invalid`, `undecided`, `nothing-masked`, `not-in-text`, `reason-missing`, `already-released`
 * @throws AppError `not-found` when there is no such text, or without `texts.moderate` in its place
 */
export async function decideText(
	ctx: Moderating,
	{ dialogueId, form }: { dialogueId: string; form: unknown }
): Promise<Outcome<{ decision: TextDecision }>> {
	const { placeCode } = await moderatedDialogue(ctx, dialogueId);
	const parsed = v.safeParse(decisionSchema, form);
	if (!parsed.success) return refused('', 'invalid');
	const input = parsed.output;
	const { textId } = input;
	const [found] = await readFreeTexts(ctx, { dialogueId, ids: [textId] });
	if (!found) throw new AppError('not-found');
	const decided = decisionOn(found.text, input);
	if (!decided.ok) return decided;
	const { decision, masks, passed } = decided.value;
	return whileModerating(ctx, dialogueId, async (trx) => {
		if (!(await isTextOf(trx, dialogueId, textId))) throw new AppError('not-found');
		if (await selectReleasedText(trx, textId)) return refused('', 'already-released');
		const reason = decision === 'rejected' ? input.reason : null;
		const sealedMasks = sealMarks(ctx, { masks, passed });
		await upsertDecision(trx, { textId, dialogueId, decision, reason, sealedMasks });
		await replaceThemings(trx, { dialogueId, textId }, input.themes);
		await recordEvent(trx, ctx, {
			action: 'texts.moderated',
			placeCode,
			subject: `text:${textId}`,
			after: { decision, masks: masks.length, passed: passed.length, ...(reason && { reason }) }
		});
		return { ok: true, value: { decision } };
	});
}
