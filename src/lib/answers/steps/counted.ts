/** A question as the walk stands. */
export interface Ahead {
	key: string;
	/** The answers so far lead to it. */
	asked: boolean;
	answered: boolean;
	/** The earlier question that it depends on. */
	dependsOn?: string | undefined;
}

/**
 * The questions that are counted when one stands at number `at`: those that are asked, and those that may still be. The
 * question one stands at has decided nothing: another answer, or the next rank, may come. So the number of questions only falls on the way, and nobody is told of a question more than they were promised.
 */
export function countedKeys(questions: readonly Ahead[], at: number): string[] {
	const open = new Set<string>();
	const counted = questions.filter(({ key, asked, answered, dependsOn }, index) => {
		const mayBe = !asked && dependsOn !== undefined && open.has(dependsOn);
		if (mayBe || (asked && (index === at || (index > at && !answered)))) open.add(key);
		return asked || mayBe;
	});
	return counted.map(({ key }) => key);
}
