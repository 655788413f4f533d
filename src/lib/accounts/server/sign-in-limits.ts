import { createThrottle, type Limit } from '../throttle.ts';

/** Failed sign-ins of this process. */
export const signInThrottle = createThrottle();

const second = 1000;
const minute = 60 * second;
/** Wrong guesses against one person, from anywhere, that count as an attack. */
const attackAt = 30;

/** An attempt to show that one is the person. */
export interface Attempt {
	/** The account, as it was written: also one that does not exist. */
	account: string;
	/** Source tag of the network, see sourceTag. */
	source: string;
	/** The proof of a browser that this person has signed in with before; undefined for any other. */
	knownDevice: string | undefined;
}

/**
 * What an attempt counts against, so that guessing is slow and still nobody is locked out by another's guesses:
 *
 * - A browser the person has signed in with before (deviceCookie) is counted by itself alone. Whatever strangers do,
 *   the person gets in from there.
 * - Anybody else is counted per account and network (five free, then waits that double up to 15 minutes) and per
 *   network (fifty free: an office shares one). Another network is another count: the person gets in from a network
 *   the guesses do not come from.
 * - Many wrong guesses against one account from everywhere never close the account; they leave each network that is
 *   not known one try before it waits instead of five. So a thousand networks get a thousand guesses an hour or so,
 *   and the person's first right password still counts.
 *
 * Somebody new on the very network that guesses waits at most 15 minutes, and can use a passkey or a reset link.
 * The e-mail address is counted as written, so that unknown ones behave like known ones.
 */
export function limitsOf({ account, source, knownDevice }: Attempt, now: number): Limit[] {
	if (knownDevice) return [{ key: `device ${knownDevice}`, free: 10, longest: minute, clears: true }];
	const attacked = signInThrottle.failures(`account ${account}`, now) >= attackAt;
	return [
		{
			key: `account ${account} from ${source}`,
			free: attacked ? 1 : 5,
			longest: 15 * minute,
			clears: true
		},
		{ key: `from ${source}`, free: 50, longest: minute },
		{ key: `account ${account}`, free: Infinity, longest: 0 }
	];
}

/** What a guess at the password of a signed-in session counts against: somebody else's open browser. */
export const ownPasswordLimits = (personId: string): Limit[] => [
	{ key: `person ${personId}`, free: 5, longest: 15 * minute, clears: true }
];

/** What asking for a reset link counts against. Every one counts, also a right one. */
export const resetLimits = ({ account, source }: Pick<Attempt, 'account' | 'source'>): Limit[] => [
	{ key: `reset ${account}`, free: 3, longest: 15 * minute },
	{ key: `reset from ${source}`, free: 20, longest: minute }
];
