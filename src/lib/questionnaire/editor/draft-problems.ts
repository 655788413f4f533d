import type { Problem } from '#lib/server/problem.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { checkDefinition } from '../definition.ts';
import { definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';

const sentences: [RegExp, () => string][] = [
	[/^\.text\.[^.]+$|^\.text$/, m.workshop_problem_text],
	[/^\.options\.\d+\.text/, m.workshop_problem_option_text],
	[/^\.options\.\d+\.short/, m.workshop_problem_short],
	[/^\.options$/, m.workshop_problem_options],
	[/^\.max$/, m.workshop_problem_max]
];

const sentence = (at: string): string =>
	(sentences.find(([where]) => where.test(at))?.[1] ?? m.workshop_problem_other)();

/**
 * By question key: what must be mended before the questionnaire can be opened, in words. What is missing in Swedish
 * while the questionnaire is written in another language is a matter of translation and not told here.
 */
export function problemsByQuestion(content: DraftContent): Record<string, string[]> {
	const checked = checkDefinition(inSwedish(content));
	const found: Record<string, string[]> = {};
	if (checked.ok) return found;
	for (const { at } of checked.problems as Problem[]) {
		const [, index, rest = ''] = /^questions\.(\d+)(.*)$/.exec(at) ?? [];
		const key = index && content.questions[Number(index)]?.key;
		if (!key) continue;
		const words = sentence(rest);
		found[key] = [...new Set([...(found[key] ?? []), words])];
	}
	return found;
}

/** The definition with the words of the language it is written in where the rules look for Swedish ones. */
function inSwedish(content: DraftContent): unknown {
	const definition = definitionOf(content);
	if (content.source === 'sv') return definition;
	return JSON.parse(JSON.stringify(definition), (_, value: unknown) => {
		const texts = value as { sv?: unknown } | null;
		if (typeof texts?.sv !== 'string') return value;
		return { ...texts, sv: (value as Record<string, string>)[content.source] ?? '' };
	});
}
