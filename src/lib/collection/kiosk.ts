/** A tablet on which visitors answer one dialogue under supervision. */
export interface Kiosk {
	id: string;
	/** Where it stands. */
	name: string;
	ended: boolean;
}
