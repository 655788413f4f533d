import { qrPath } from '#lib/ui/qr-path.ts';

/** A QR code as an SVG file: black on white, the quiet zone included; 100 mm wide until somebody scales it. */
export function qrSvg(text: string): string {
	const { size, path } = qrPath(text);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="100mm" height="100mm"`,
		` shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`
	].join('');
}
