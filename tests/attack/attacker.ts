import type { CoreSheet } from './core-dialogue.ts';
import { narrow, reduce, tighten, type Bounds, type Equation } from './equations.ts';
import { shownCount, skipped, type Evidence } from './evidence.ts';
import { gave, type QuestionModel } from './question-model.ts';

interface AskedQuestion {
	model: QuestionModel;
	equations: Equation[];
}

/** The evidence as equations over classes: people whom no public number tells apart. */
export interface Attack {
	classes: CoreSheet[][];
	questions: AskedQuestion[];
}

/** More original equations than this add time and nothing that elimination has not found. */
const mostOriginals = 300;

/** Turns the evidence into equations, once for all coalitions. */
export function prepareAttack({ atoms, observations }: Evidence, models: readonly QuestionModel[]): Attack {
	const distinct = new Map(observations.map((seen) => [`${seen.question} ${seen.atoms.join(',')}`, seen]));
	const seenIn: string[][] = atoms.map(() => []);
	for (const [name, { atoms: counted }] of distinct) for (const atom of counted) seenIn[atom]!.push(name);
	const classOf = new Map<string, number>();
	const classes: CoreSheet[][] = [];
	const classOfAtom = atoms.map((people, atom) => {
		const signature = seenIn[atom]!.join(';');
		if (signature === '') return -1;
		const found = classOf.get(signature) ?? classes.push([]) - 1;
		classOf.set(signature, found);
		classes[found]!.push(...people);
		return found;
	});
	const asked = models.map((model) => {
		const equations = [...distinct.values()]
			.filter((seen) => seen.question === model.key)
			.map(({ atoms: counted, histogram }) => {
				const coefficients = new Float64Array(classes.length);
				for (const atom of counted) coefficients[classOfAtom[atom]!] = 1;
				return {
					coefficients,
					counts: Float64Array.from(model.options, (option) => shownCount(histogram, option))
				};
			});
		return { model, equations: [...equations.slice(0, mostOriginals), ...reduce(equations)] };
	});
	return { classes, questions: asked };
}

type BoundsByQuestion = Map<string, Map<string, Bounds>>;

/** An answer that everybody among some people must have given. */
export interface Certainty {
	people: CoreSheet[];
	question: string;
	option: string;
}

/** What a coalition that knows its own answers can tell for certain of somebody else's. */
export function certainAnswers(attack: Attack, colluders: ReadonlySet<CoreSheet>): Certainty[] {
	const free = attack.classes.map((people) => people.filter((person) => !colluders.has(person)));
	const sizes = free.map((people) => people.length);
	const bounds = openBounds(attack, sizes);
	const known = knownEquations(attack, colluders);
	for (let moved = true, round = 0; moved && round < 50; round++) {
		moved = false;
		for (const { model, equations } of known) {
			if (useEquations(equations, model, bounds.get(model.key)!)) moved = true;
			if (useModel(model, sizes, bounds)) moved = true;
		}
	}
	return attack.questions.flatMap(({ model }) =>
		model.options.flatMap((option) => {
			// "Not asked" repeats that nobody gave the earlier answer: an option that nobody chose.
			if (option === skipped && model.onlyAfter) return [];
			const { least } = bounds.get(model.key)!.get(option)!;
			const people = free.flatMap((some, index) => (least[index]! >= some.length ? some : []));
			return people.length === 0 ? [] : [{ people, question: model.question, option }];
		})
	);
}

/** The people of whom the coalition can tell anything for certain. */
export const inferPeople = (attack: Attack, colluders: ReadonlySet<CoreSheet>): Set<CoreSheet> =>
	new Set(certainAnswers(attack, colluders).flatMap(({ people }) => people));

const openBounds = ({ questions }: Attack, sizes: number[]): BoundsByQuestion =>
	new Map(
		questions.map(({ model }) => [
			model.key,
			new Map(
				model.options.map((option) => [
					option,
					{ least: new Float64Array(sizes.length), greatest: Float64Array.from(sizes) }
				])
			)
		])
	);

/** The equations without what the colluders answered. */
function knownEquations({ classes, questions }: Attack, colluders: ReadonlySet<CoreSheet>): AskedQuestion[] {
	if (colluders.size === 0) return questions;
	const among = classes.map((people) => people.filter((person) => colluders.has(person)));
	return questions.map(({ model, equations }) => {
		const own = model.options.map((option) =>
			among.map((people) => people.filter((person) => gave(person, model.question, option)).length)
		);
		const without = ({ coefficients, counts }: Equation) => ({
			coefficients,
			counts: counts.map((count, option) =>
				own[option]!.reduce((left, number, index) => left - coefficients[index]! * number, count)
			)
		});
		return { model, equations: equations.map(without) };
	});
}

function useEquations(equations: Equation[], model: QuestionModel, own: Map<string, Bounds>): boolean {
	let moved = false;
	for (const { coefficients, counts } of equations)
		for (const [index, option] of model.options.entries())
			if (tighten(coefficients, counts[index]!, own.get(option)!)) moved = true;
	return moved;
}

/** Uses what every single person's answer must fulfil. */
function useModel(model: QuestionModel, free: number[], bounds: BoundsByQuestion): boolean {
	const own = bounds.get(model.key)!;
	const deciding = model.onlyAfter && bounds.get(model.onlyAfter.question)?.get(model.onlyAfter.option);
	let moved = false;
	const move = (target: Bounds, index: number, ends: [number, number]) => {
		if (narrow(target, index, ends)) moved = true;
	};
	for (const [index, size] of free.entries()) {
		for (const options of model.exactlyOne) {
			const all = options.map((option) => own.get(option)!);
			const least = all.reduce((sum, each) => sum + each.least[index]!, 0);
			const greatest = all.reduce((sum, each) => sum + each.greatest[index]!, 0);
			for (const each of all) {
				const [low, high] = [each.least[index]!, each.greatest[index]!];
				move(each, index, [size - (greatest - high), size - (least - low)]);
			}
		}
		for (const [one, other] of model.never.map((pair) => pair.map((option) => own.get(option)!))) {
			move(one!, index, [0, size - other!.least[index]!]);
			move(other!, index, [0, size - one!.least[index]!]);
		}
		if (!deciding) continue;
		const none = own.get(skipped)!;
		move(none, index, [size - deciding.greatest[index]!, size]);
		move(deciding, index, [size - none.greatest[index]!, size]);
	}
	return moved;
}

/**
 * Coalitions worth trying: nobody, and for the most one-sided numbers those who answered otherwise, up to so many.
 * Everybody in `base` (a flooding source) takes part in each.
 */
export function worstCoalitions(
	attack: Attack,
	insiders: number,
	base: readonly CoreSheet[]
): Set<CoreSheet>[] {
	const inBase = new Set(base);
	const others = attack.questions.flatMap(({ model, equations }) =>
		equations.flatMap(({ coefficients }) => {
			const people = attack.classes.filter((_, index) => coefficients[index]! > 0).flat();
			const outside = people.filter((person) => !inBase.has(person));
			return model.options.map((option) => outside.filter((person) => !gave(person, model.question, option)));
		})
	);
	const nearest = others.filter((people) => people.length > 0).sort((a, b) => a.length - b.length);
	const chosen = nearest.slice(0, 6).map((people) => new Set([...base, ...people.slice(0, insiders)]));
	return [new Set(base), ...chosen];
}
