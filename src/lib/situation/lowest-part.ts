import type { ResultQuestion } from '#lib/results/public-result.ts';

/** The mean step that was answered on a scale, 1 for its worst step; null when too much of it is hidden to say. */
export function gradeOf({ options }: Pick<ResultQuestion, 'options'>): number | null {
	const steps = options.filter(({ apart }) => !apart);
	if (steps.length === 0 || steps.some(({ count }) => count === null)) return null;
	const answered = steps.reduce((sum, { count }) => sum + count!, 0);
	if (answered === 0) return null;
	return steps.reduce((sum, { count }, index) => sum + (index + 1) * count!, 0) / answered;
}

/** One part of a place with its grade. */
export interface GradedPart {
	key: string;
	text: string;
	grade: number | null;
}

/** The part with the lowest grade; undefined when fewer than two have one, or two share the last place. */
export function lowestPart(parts: readonly GradedPart[]): (GradedPart & { grade: number }) | undefined {
	const graded = parts
		.filter((part): part is GradedPart & { grade: number } => part.grade !== null)
		.sort((a, b) => a.grade - b.grade);
	const [lowest, next] = graded;
	return lowest && next && next.grade > lowest.grade ? lowest : undefined;
}
