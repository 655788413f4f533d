import type { Context } from '../../server/context.ts';
import { deleteInvitationsBefore } from './invitation-store.ts';
import { deleteKnownDevicesBefore } from './known-device-store.ts';
import { deleteLinksBefore } from './link-store.ts';
import { deleteAttemptsBefore } from './oidc-store.ts';
import { deleteChallengesBefore } from './passkey-store.ts';
import { deleteSessionsBefore } from './session-store.ts';

/** How long an invitation that nobody used stays in the list. */
const keptInvitations = 30 * 86_400_000;

/** Removes what has expired: sessions, links, remembered browsers, unfinished sign-ins and, after a month in the list, invitations. */
export async function purgeExpired({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
	const moment = now().getTime();
	await deleteSessionsBefore(db, moment);
	await deleteLinksBefore(db, moment);
	await deleteKnownDevicesBefore(db, moment);
	await deleteChallengesBefore(db, moment);
	await deleteAttemptsBefore(db, moment);
	await deleteInvitationsBefore(db, moment - keptInvitations);
}
