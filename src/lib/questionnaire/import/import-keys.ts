const longest = 40;

const snakeCase = (code: string): string =>
	code
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/([a-z0-9])([A-Z])/g, '$1_$2')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, longest)
		.replace(/^_|_$/g, '');

/** Gives every code a key of its own: `currentEmp1` becomes `current_emp1`, the next one `current_emp1_2`. */
export type KeyMaker = (code: string) => string;

function keyMaker(keyOf: (code: string) => string): KeyMaker {
	const taken = new Set<string>();
	const next = new Map<string, number>();
	return (code) => {
		const wanted = keyOf(code);
		let key = wanted;
		let number = next.get(wanted) ?? 2;
		// Names that every object answers to are no keys either.
		while (taken.has(key) || key in {}) key = `${wanted}_${number++}`;
		next.set(wanted, number);
		taken.add(key);
		return key;
	};
}

/** Keys for the questions of a questionnaire. */
export const questionKeys = (): KeyMaker =>
	keyMaker((code) => {
		const key = snakeCase(code);
		return /^[a-z]/.test(key) ? key : key === '' ? 'question' : `q_${key}`;
	});

/** Keys for the options of one question. */
export const optionKeys = (): KeyMaker => keyMaker((code) => snakeCase(code) || 'option');
