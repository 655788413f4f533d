import type { Vault } from '#lib/server/vault.ts';
import type { AuditEventRow } from './tables.ts';

/**
 * The hash that ties a line to the line before. It is keyed with the vault, so that somebody who can write to the
 * database but not read the key cannot make a chain that fits.
 */
export const eventHash = (vault: Pick<Vault, 'keyedHash'>, row: Omit<AuditEventRow, 'hash'>): string =>
	vault.keyedHash(
		'audit event',
		JSON.stringify([
			row.seq,
			row.at,
			row.actorId,
			row.actorName,
			row.action,
			row.placeCode,
			row.subject,
			row.details,
			row.previous
		])
	);
