import * as v from 'valibot';
import type { Texts } from '#lib/i18n/languages.ts';
import { checkDefinition } from '#lib/questionnaire/definition.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import type { Outcome, Problem } from '#lib/server/problem.ts';
import { isAsked, type AskedContent, type StepContent } from './step.ts';

const words = v.pipe(v.string(), v.trim(), v.nonEmpty('missing'), v.maxLength(300, 'too-long'));
const maybe = v.pipe(v.string(), v.trim(), v.maxLength(2000, 'too-long'));
const texts = v.objectWithRest({ sv: words }, v.optional(words)) as unknown as v.GenericSchema<
	unknown,
	Texts
>;
const longTexts = v.objectWithRest({ sv: maybe }, v.optional(maybe)) as unknown as v.GenericSchema<
	unknown,
	Texts
>;
const key = v.pipe(v.string(), v.regex(/^[a-z0-9_-]{1,60}$/, 'unknown'));

/** A question's own form is checked by the questionnaire's rules. */
const question = v.custom<Question>((value) => typeof value === 'object' && value !== null, 'missing');

/** The shape of a step's content as somebody writes it; messages are problem codes. */
export const stepContentSchema = v.variant('kind', [
	v.strictObject({ kind: v.literal('question'), question, joins: v.boolean() }),
	v.strictObject({ kind: v.literal('priority'), question, joins: v.boolean() }),
	v.strictObject({ kind: v.literal('wall'), question, joins: v.boolean() }),
	v.strictObject({
		kind: v.literal('tally'),
		method: v.picklist(['hands', 'dots'], 'unknown'),
		text: texts,
		options: v.pipe(
			v.array(v.strictObject({ key, text: texts })),
			v.minLength(1, 'too-few-options'),
			v.maxLength(6, 'too-many-options')
		)
	}),
	v.strictObject({ kind: v.literal('notes'), text: texts }),
	v.strictObject({
		kind: v.literal('pause'),
		text: texts,
		minutes: v.nullable(
			v.pipe(
				v.number('not-whole'),
				v.integer('not-whole'),
				v.minValue(1, 'too-small'),
				v.maxValue(120, 'too-large')
			)
		)
	}),
	v.strictObject({
		kind: v.literal('information'),
		preset: v.nullable(v.picklist(['answers-used', 'help'], 'unknown')),
		heading: longTexts,
		text: longTexts
	}),
	v.strictObject({
		kind: v.literal('review'),
		sources: v.pipe(
			v.array(
				v.variant('from', [
					v.strictObject({ from: v.literal('step'), stepId: v.string() }),
					v.strictObject({ from: v.literal('dialogue'), questionKey: v.string() })
				])
			),
			v.minLength(1, 'missing'),
			v.maxLength(2, 'too-many')
		)
	})
]);

const wantedKind: Record<AskedContent['kind'], readonly Question['kind'][]> = {
	question: ['choice', 'choices', 'scale', 'place', 'ranking'],
	priority: ['ranking'],
	wall: ['text']
};

const problem = (at: string, code: string): Problem => ({ at, code, detail: code });

function questionProblems({ kind, question: asked }: AskedContent): Problem[] {
	if (!wantedKind[kind].includes(asked.kind)) return [problem('question.kind', 'wrong-kind')];
	const alone = { ...asked };
	delete alone.showIf;
	const checked = checkDefinition({ title: alone.text, questions: [alone], background: [] });
	if (checked.ok) return [];
	return checked.problems.map(({ at, code, detail }) => ({
		at: at.replace('questions.0', 'question'),
		code,
		detail
	}));
}

/** Reads the content of a step as somebody wrote it. @returns the content, or what must be mended */
export function parseStepContent(input: unknown): Outcome<StepContent> {
	const parsed = v.safeParse(stepContentSchema, input, { abortPipeEarly: true });
	if (!parsed.success) {
		const problems = parsed.issues.map((issue) =>
			problem(
				v.getDotPath(issue) ?? '',
				/^[a-z-]+$/.test(issue.message) && issue.received !== 'undefined' ? issue.message : 'missing'
			)
		);
		return { ok: false, problems };
	}
	const content = parsed.output as StepContent;
	const problems = isAsked(content) ? questionProblems(content) : [];
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value: content };
}
