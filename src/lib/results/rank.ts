/** The place of one option among the others. */
export interface Rank {
	/** 1 is most chosen; options that are in practice equal share a rank, and the next one skips. */
	rank: number;
	tied: boolean;
}

/** The largest difference that still counts as "in practice equal": two answers, or 5 % of them. */
export const nearTie = (respondents: number): number => Math.max(2, 0.05 * respondents);

/**
 * Ranks counts, largest first. An option shares the rank of the first option of its group when it is at most
 * `nearTie` behind that one; it is compared with the group's first and never with its neighbour, so that a
 * long row of small steps does not become one group.
 * @returns ranks in the order of `counts`.
 */
export function rankCounts(counts: readonly number[], respondents: number): Rank[] {
	const order = counts.map((_, index) => index).sort((a, b) => counts[b]! - counts[a]! || a - b);
	const groups: number[][] = [];
	for (const index of order) {
		const group = groups.at(-1);
		const near = group && counts[group[0]!]! - counts[index]! <= nearTie(respondents);
		if (near) group.push(index);
		else groups.push([index]);
	}
	const ranks = new Array<Rank>(counts.length);
	let rank = 1;
	for (const group of groups) {
		for (const index of group) ranks[index] = { rank, tied: group.length > 1 };
		rank += group.length;
	}
	return ranks;
}
