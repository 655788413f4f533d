/** The kinds of picture a logo may be. No SVG: it can carry scripts. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];

/** Most bytes of one logo, and most logos of one place. */
export const mostLogoBytes = 200_000;
export const mostLogos = 4;

/** A sender's logo, without its bytes; they are at `/logotyp/{id}`. */
export interface Logo {
	id: string;
	/** What somebody who does not see the picture is told. */
	alternativeText: string;
	mediaType: LogoType;
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
	signature.every((byte, index) => bytes[at + index] === byte);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** The kind of picture that bytes are, by how they begin, whatever their name says; undefined for all others. */
export function logoTypeOf(bytes: Uint8Array): LogoType | undefined {
	if (startsWith(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
	if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
	if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'image/webp';
	return undefined;
}
