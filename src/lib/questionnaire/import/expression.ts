/** A condition as LimeSurvey writes it, taken apart. */
export type Expression =
	| { is: 'value'; value: string }
	| { is: 'variable'; name: string }
	| { is: 'not'; of: Expression }
	| { is: 'empty'; of: Expression }
	| { is: 'both'; parts: Expression[] }
	| { is: 'either'; parts: Expression[] }
	| { is: 'compare'; by: Comparison; left: Expression; right: Expression };

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** Every variable that is named, each once. */
export function variablesIn(expression: Expression): string[] {
	const found = new Set<string>();
	const look = (part: Expression): void => {
		if (part.is === 'variable') found.add(part.name);
		else if (part.is === 'both' || part.is === 'either') part.parts.forEach(look);
		else if (part.is === 'compare') [part.left, part.right].forEach(look);
		else if (part.is !== 'value') look(part.of);
	};
	look(expression);
	return [...found];
}

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

function holds(by: Comparison, left: string, right: string): boolean {
	const numbers = isNumber(left) && isNumber(right);
	const difference = numbers ? Number(left) - Number(right) : left < right ? -1 : left > right ? 1 : 0;
	// Nothing is neither more nor less than anything.
	if (by !== '==' && by !== '!=' && (left === '' || right === '')) return false;
	return {
		'==': difference === 0,
		'!=': difference !== 0,
		'<': difference < 0,
		'<=': difference <= 0,
		'>': difference > 0,
		'>=': difference >= 0
	}[by];
}

const isTrue = (value: string): boolean => value !== '' && value !== '0';

/** Whether the condition holds when the variables have these values. */
export function evaluate(expression: Expression, valueOf: (name: string) => string): boolean {
	const read = (part: Expression): string => {
		if (part.is === 'value') return part.value;
		if (part.is === 'variable') return valueOf(part.name);
		return evaluate(part, valueOf) ? '1' : '';
	};
	if (expression.is === 'not') return !isTrue(read(expression.of));
	if (expression.is === 'empty') return read(expression.of).trim() === '';
	if (expression.is === 'both') return expression.parts.every((part) => isTrue(read(part)));
	if (expression.is === 'either') return expression.parts.some((part) => isTrue(read(part)));
	if (expression.is === 'compare') return holds(expression.by, read(expression.left), read(expression.right));
	return isTrue(read(expression));
}
