import { maskWords, type DataKind, type Finding, type Stretch } from './mask.ts';
import { findAddresses } from './personal-data-addresses.ts';
import { findEmails, findPhones } from './personal-data-contact.ts';
import { findNames } from './personal-data-names.ts';
import { findAccounts, findIbans, findPersonalNumbers } from './personal-data-numbers.ts';
import { findPlates } from './personal-data-plates.ts';

/** What is sought, the surest first: where two lay claim to the same signs, the earlier has them. */
const detectors: [DataKind, (text: string) => Stretch[]][] = [
	['personal-number', findPersonalNumbers],
	['iban', findIbans],
	['account', findAccounts],
	['email', findEmails],
	['phone', findPhones],
	['plate', findPlates],
	['address', findAddresses],
	['name', findNames]
];

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

/** Drops what overlaps something that stands earlier in the list; both ordered by place, in one sweep. */
function withoutTaken(candidates: Stretch[], taken: readonly Stretch[]): Stretch[] {
	const free: Stretch[] = [];
	let next = 0;
	for (const candidate of [...candidates].sort((a, b) => a.start - b.start || b.end - a.end)) {
		while (next < taken.length && taken[next]!.end <= candidate.start) next++;
		const isTaken = next < taken.length && overlap(taken[next]!, candidate);
		const last = free.at(-1);
		if (isTaken || (last && overlap(last, candidate) && last.end >= candidate.end)) continue;
		if (last && overlap(last, candidate)) last.end = candidate.end;
		else free.push({ ...candidate });
	}
	return free;
}

/**
 * Everything in a text that can tell who somebody is, from left to right and without overlaps: personal numbers, bank
 * accounts, e-mail, telephone, number plates, addresses with a house number, names. The work grows with the length of
 * the text and no faster.
 */
export function findPersonalData(text: string): Finding[] {
	let found: Finding[] = [];
	for (const [kind, detect] of detectors) {
		const fresh = withoutTaken(detect(text), found);
		const findings = fresh.map(({ start, end }) => ({ kind, start, end, masked: maskWords[kind] }));
		found = [...found, ...findings].sort((a, b) => a.start - b.start);
	}
	return found;
}
