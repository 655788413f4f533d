import type { Condition } from '../question.ts';
import { convertCondition, type Converted } from './convert-condition.ts';
import type { Expression } from './expression.ts';
import { variablesOf, type Mapping } from './mapping.ts';
import { parseExpression } from './parse-expression.ts';

const isParsed = (expression: Expression | undefined): expression is Expression => expression !== undefined;

/** The innermost condition that we can ask for alone, when all together cannot be asked for. */
function innermost(mapping: Mapping, parsed: readonly (Expression | undefined)[]): Converted | undefined {
	return parsed
		.toReversed()
		.filter(isParsed)
		.map((expression) => convertCondition(expression, variablesOf(mapping)))
		.find(({ is }) => is === 'condition');
}

/**
 * The condition on one earlier answer that these conditions of a survey come to, outermost first. What cannot be said
 * so is reported at `at` with LimeSurvey's own words.
 */
export function mapCondition(
	mapping: Mapping,
	at: string,
	conditions: readonly string[]
): Condition | undefined {
	const written = conditions.map((text) => text.trim()).filter((text) => text !== '' && text !== '1');
	if (written.length === 0) return undefined;
	const parsed = written.map(parseExpression);
	const words = written.join(' and ').slice(0, 1000);
	const whole: Converted = parsed.every(isParsed)
		? convertCondition({ is: 'both', parts: parsed }, variablesOf(mapping))
		: { is: 'unlike' };
	if (whole.is === 'always') return undefined;
	if (whole.is === 'never') mapping.report.note('never-shown', at, words);
	if (whole.is === 'never') return undefined;
	const found = whole.is === 'condition' ? whole : innermost(mapping, parsed);
	if (found?.is !== 'condition') {
		mapping.report.note('condition', at, words);
		return undefined;
	}
	if (whole.is === 'unlike') mapping.report.note('condition-partly', at, words);
	else if (found.skippedToo) mapping.report.note('condition-skipped', at, words);
	return structuredClone(found.condition);
}
