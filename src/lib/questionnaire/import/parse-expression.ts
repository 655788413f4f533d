import type { Comparison, Expression } from './expression.ts';

const longest = 3_000;
const deepest = 100;

const token =
	/\s*(?:("[^"]*"|'[^']*')|(\d+X\d+X\d+[\w#]*(?:\.\w+)?|[A-Za-z_]\w*(?:\.\w+)?)|(\d+(?:\.\d+)?)|(==|!=|<=|>=|&&|\|\||[<>!(),]))/y;

/** Words for operators. */
const spelled: Record<string, string> = {
	eq: '==',
	ne: '!=',
	lt: '<',
	le: '<=',
	gt: '>',
	ge: '>=',
	and: '&&',
	or: '||',
	not: '!'
};
const comparisons = new Set<string>(['==', '!=', '<', '<=', '>', '>=']);

type Token = { kind: 'value' | 'name' | 'sign'; text: string };

function tokensOf(text: string): Token[] | undefined {
	const tokens: Token[] = [];
	const trimmed = text.trim();
	token.lastIndex = 0;
	while (token.lastIndex < trimmed.length) {
		const [, string, name, number, sign] = token.exec(trimmed) ?? [];
		if (string !== undefined) tokens.push({ kind: 'value', text: string.slice(1, -1) });
		else if (number !== undefined) tokens.push({ kind: 'value', text: number });
		else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
		else if (name === undefined) return undefined;
		else if (Object.hasOwn(spelled, name.toLowerCase()))
			tokens.push({ kind: 'sign', text: spelled[name.toLowerCase()]! });
		else tokens.push({ kind: 'name', text: name });
	}
	return tokens;
}

/** What cannot be read ends reading altogether. */
class UnreadableError extends Error {}

class Reader {
	readonly #tokens: readonly Token[];
	#at = 0;
	#depth = 0;

	constructor(tokens: readonly Token[]) {
		this.#tokens = tokens;
	}

	whole(): Expression {
		const expression = this.#either();
		if (this.#at < this.#tokens.length) throw new UnreadableError();
		return expression;
	}

	#take(sign: string): boolean {
		const next = this.#tokens[this.#at];
		if (next?.kind !== 'sign' || next.text !== sign) return false;
		this.#at++;
		return true;
	}

	#need(sign: string): void {
		if (!this.#take(sign)) throw new UnreadableError();
	}

	#either(): Expression {
		if (++this.#depth > deepest) throw new UnreadableError();
		const parts = [this.#both()];
		while (this.#take('||')) parts.push(this.#both());
		this.#depth--;
		return parts.length === 1 ? parts[0]! : { is: 'either', parts };
	}

	#both(): Expression {
		const parts = [this.#comparison()];
		while (this.#take('&&')) parts.push(this.#comparison());
		return parts.length === 1 ? parts[0]! : { is: 'both', parts };
	}

	#comparison(): Expression {
		const left = this.#single();
		const next = this.#tokens[this.#at];
		if (next?.kind !== 'sign' || !comparisons.has(next.text)) return left;
		this.#at++;
		return { is: 'compare', by: next.text as Comparison, left, right: this.#single() };
	}

	#single(): Expression {
		if (this.#take('!')) {
			if (++this.#depth > deepest) throw new UnreadableError();
			const of = this.#single();
			this.#depth--;
			return { is: 'not', of };
		}
		if (this.#take('(')) {
			const inside = this.#either();
			this.#need(')');
			return inside;
		}
		const next = this.#tokens[this.#at++];
		if (!next || next.kind === 'sign') throw new UnreadableError();
		if (next.kind === 'value') return { is: 'value', value: next.text };
		return this.#take('(') ? this.#call(next.text) : { is: 'variable', name: next.text.replace(/\..*$/, '') };
	}

	#call(name: string): Expression {
		if (name !== 'is_empty') throw new UnreadableError();
		const of = this.#either();
		this.#need(')');
		return { is: 'empty', of };
	}
}

/**
 * A condition taken apart: comparisons, `and`, `or`, `not` and `is_empty` of variables, texts and numbers; suffixes of
 * variables (`.NAOK`) are left out. Undefined for everything else. Nothing at all is always true.
 */
export function parseExpression(text: string): Expression | undefined {
	if (text.length > longest) return undefined;
	const tokens = tokensOf(text);
	if (!tokens) return undefined;
	if (tokens.length === 0) return { is: 'value', value: '1' };
	try {
		return new Reader(tokens).whole();
	} catch (problem) {
		if (problem instanceof UnreadableError) return undefined;
		throw problem;
	}
}
