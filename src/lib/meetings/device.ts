/** `takeover`: the offer to steer from another phone, see handOver. */
export const deviceKinds = ['screen', 'remote', 'takeover'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** After so long without a touch a remote asks for its PIN. */
export const lockAfterMilliseconds = 10 * 60_000;
/** An offer to take over can be used for so long. */
export const offerMilliseconds = 2 * 60_000;
export const mostTries = 5;
export const triesMilliseconds = 10 * 60_000;

/** Four digits; undefined for anything else that was written. */
export const parsePin = (written: string): string | undefined =>
	/^\d{4}$/.test(written.trim()) ? written.trim() : undefined;

/** How a device is locked. */
export interface LockState {
	pinHash: string | null;
	locked: number;
	touchedAt: number;
}

/** Whether a remote asks for its PIN: it was locked, or nobody has touched it for ten minutes. */
export const isLocked = ({ pinHash, locked, touchedAt }: LockState, now: number): boolean =>
	pinHash !== null && (locked === 1 || now - touchedAt >= lockAfterMilliseconds);
