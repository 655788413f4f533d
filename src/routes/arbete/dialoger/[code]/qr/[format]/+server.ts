import { isLanguage } from '#lib/i18n/languages.ts';
import { localizeHref } from '#lib/i18n/paraglide/runtime.js';
import { AppError } from '#lib/server/app-error.ts';
import { orAbsentPage } from '#lib/server/absent-page.ts';
import { qrAddress } from '#lib/sharing/addresses.ts';
import { qrSvg } from '#lib/sharing/qr-file.ts';
import { drawQrPng } from '#lib/sharing/server/draw-qr-png.ts';
import { readShare } from '#lib/sharing/server/read-share.ts';
import type { RequestHandler } from './$types';

const formats: Record<string, { type: string; draw: (text: string) => string | Promise<Buffer> }> = {
	svg: { type: 'image/svg+xml', draw: qrSvg },
	png: { type: 'image/png', draw: drawQrPng }
};

/** A dialogue's QR code as a file, for print (`svg`) or screen (`png`). */
export const GET: RequestHandler = ({ locals, params, url, fetch }) => {
	const draw = async () => {
		const { dialogue } = await readShare(locals, params.code);
		const format = Object.hasOwn(formats, params.format) ? formats[params.format] : undefined;
		if (!format) throw new AppError('not-found');
		const asked = url.searchParams.get('sprak');
		const language = isLanguage(asked) ? asked : 'sv';
		const picture = await format.draw(qrAddress({ origin: url.origin, code: dialogue.code }, language));
		return new Response(typeof picture === 'string' ? picture : new Uint8Array(picture), {
			headers: {
				'content-type': format.type,
				'content-disposition': `attachment; filename="qr-${dialogue.code}.${params.format}"`,
				'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'"
			}
		});
	};
	return orAbsentPage(draw(), (address) => fetch(localizeHref(address)));
};
