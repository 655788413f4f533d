import { qrPath, type QrPath } from '#lib/ui/qr-path.ts';
import type { PledgeView } from './pledge-view.ts';

/** A pledge on paper: what it says, and where one reads how it goes. */
export interface PledgeOnPaper {
	pledge: PledgeView;
	qr: QrPath;
	/** As it is read in print. */
	address: string;
	sender: string;
}

/** A pledge to be printed, with the QR code of its page. */
export function onPaper(
	pledge: PledgeView,
	{ origin, slug, sender }: { origin: string; slug: string; sender: string }
): PledgeOnPaper {
	const address = `${origin}/${slug}/loften/${pledge.slug}`;
	return { pledge, sender, qr: qrPath(address), address: address.replace(/^https?:\/\//, '') };
}
