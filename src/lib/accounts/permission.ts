import { strongRoles, type Membership, type Role } from '../server/role.ts';

const everybody: readonly Role[] = [
	'reader',
	'facilitator',
	'field-collector',
	'editor',
	'publisher',
	'administrator'
];
/** A partner outside the police and the municipality: nothing but the activities that are their own. */
const partners: readonly Role[] = ['partner'];
const readers = everybody.filter((role) => role !== 'field-collector');
const writers: readonly Role[] = ['editor', 'publisher', 'administrator'];
const publishers: readonly Role[] = ['publisher', 'administrator'];
const administrators: readonly Role[] = ['administrator'];

/** Which roles may do what: the whole rule. A new permission is a new line. */
export const permissions = {
	/** See the place and its dialogues in the workspace. */
	'place.read': everybody,
	/** See results as staff do, with what is being prepared. */
	'results.read': readers,
	'results.export': readers,
	/** Read free texts before they are shown. */
	'texts.read': writers,
	'texts.moderate': writers,
	/** Write questionnaires and drafts of dialogues. */
	'questionnaire.edit': writers,
	'dialogue.edit': writers,
	/** Open, close and withdraw dialogues: what residents see. */
	'dialogue.publish': publishers,
	/** Steer a meeting and its screen. */
	'meeting.lead': ['facilitator', ...writers],
	/** Collect answers in the field, on a tablet or from paper. */
	'answers.collect': ['field-collector', 'facilitator', ...writers],
	/** Statistics, the shared picture, causes and drafts of pledges. */
	'situation.edit': writers,
	/** Stand for a frozen picture, and publish it. */
	'situation.sign': publishers,
	'pledge.edit': writers,
	'pledge.publish': publishers,
	/** Tell what was done of one's own activities in pledges; whoever edits pledges may of all. */
	'activity.report': [...partners, ...everybody],
	/** Links, posters, embeds. */
	'sharing.edit': writers,
	'people.read': administrators,
	'people.manage': administrators,
	'settings.read': administrators,
	'settings.edit': administrators,
	'organisation.edit': administrators,
	'log.read': administrators
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Tells whether a role includes a permission. */
export const includes = (role: Role, permission: Permission): boolean =>
	(permissions[permission] as readonly Role[]).includes(role);

/**
 * Tells whether these memberships allow something in a place. They are inherited downwards.
 * @param placePath the place and every place above it, see readPlacePath
 */
export const mayDo = (
	memberships: readonly Membership[],
	permission: Permission,
	placePath: readonly string[]
): boolean =>
	memberships.some(({ role, placeCode }) => includes(role, permission) && placePath.includes(placeCode));

/** The memberships that count: those of publishers and administrators only after a second factor. */
export const countingMemberships = (held: {
	secondFactor: boolean;
	memberships: readonly Membership[];
}): readonly Membership[] =>
	held.secondFactor ? held.memberships : held.memberships.filter(({ role }) => !strongRoles.includes(role));
