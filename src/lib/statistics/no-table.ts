const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));

/** How files begin that people see something in but that hold no table; `at` is where, from the beginning. */
const signatures: readonly { kind: 'picture' | 'pdf'; at: number; bytes: readonly number[] }[] = [
	{ kind: 'picture', at: 0, bytes: [0x89, ...ascii('PNG')] },
	{ kind: 'picture', at: 0, bytes: [0xff, 0xd8, 0xff] },
	{ kind: 'picture', at: 0, bytes: ascii('GIF8') },
	{ kind: 'picture', at: 0, bytes: [...ascii('II*'), 0] },
	{ kind: 'picture', at: 0, bytes: [...ascii('MM'), 0, ...ascii('*')] },
	{ kind: 'picture', at: 8, bytes: ascii('WEBP') },
	// HEIC and AVIF, as phones take them.
	{ kind: 'picture', at: 4, bytes: ascii('ftyp') },
	{ kind: 'pdf', at: 0, bytes: ascii('%PDF') }
];

/** What a file shows itself to be by its first bytes, whatever it is called; undefined when it may be a table. */
export const shownAs = (bytes: Uint8Array): 'picture' | 'pdf' | undefined =>
	signatures.find(({ at, bytes: wanted }) => wanted.every((byte, index) => bytes[at + index] === byte))?.kind;
