import * as v from 'valibot';
import { isTextLanguage } from '#lib/i18n/languages.ts';
import { dimensions, questionKinds, type QuestionnaireDefinition } from './question.ts';

const words = v.pipe(
	v.string(),
	v.check((text) => text.trim() !== '', 'a text is empty')
);

const texts = v.pipe(
	v.objectWithRest({ sv: words }, words),
	v.check((byLanguage) => Object.keys(byLanguage).every(isTextLanguage), 'a text is filed under no language')
);

const option = v.strictObject({
	key: v.string(),
	text: texts,
	short: v.exactOptional(texts),
	exclusive: v.exactOptional(v.boolean()),
	apart: v.exactOptional(v.boolean())
});

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const question = v.strictObject({
	key: v.string(),
	version: positive,
	kind: v.picklist(questionKinds),
	text: texts,
	help: v.exactOptional(texts),
	options: v.array(option),
	max: v.exactOptional(positive),
	badSteps: v.exactOptional(positive),
	sensitive: v.exactOptional(v.boolean()),
	unanimityShown: v.exactOptional(v.boolean()),
	showIf: v.exactOptional(v.strictObject({ question: v.string(), anyOf: v.array(v.string()) }))
});

const backgroundQuestion = v.strictObject({
	key: v.picklist(dimensions),
	text: texts,
	options: v.array(option)
});

/** The shape of a questionnaire; the rules between its parts are in `checkDefinition`. Unknown members are refused. */
export const definitionSchema = v.strictObject({
	title: texts,
	intro: v.exactOptional(texts),
	questions: v.pipe(v.array(question), v.nonEmpty()),
	background: v.array(backgroundQuestion)
}) satisfies v.GenericSchema<unknown, QuestionnaireDefinition>;
