import { answerField, oneValue } from '../form-fields.ts';
import type { KindRules } from './kind.ts';
import { parseOptionKey } from './option-keys.ts';

/** One option out of a list. */
export const choice: KindRules = {
	parse: parseOptionKey,
	chosen: (value) => ({ chosen: [value].flat() }),
	readForm: (question, form) => oneValue(form, answerField(question.key))
};
