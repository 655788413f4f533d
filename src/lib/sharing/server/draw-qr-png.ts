import { toBuffer } from 'qrcode';

/** Wide enough for a slide or a web page: about 1000 pixels. */
const pixelsPerModule = 30;

/** A QR code as a PNG picture: black on white, with the four empty modules around it. */
export const drawQrPng = (text: string): Promise<Buffer> =>
	toBuffer(text, { type: 'png', errorCorrectionLevel: 'M', margin: 4, scale: pixelsPerModule });
