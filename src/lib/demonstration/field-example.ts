import type { FieldEntry, NoteEntry, Tone } from '../collection/field-entry.ts';

/** Where talks are held on the made-up market day in Säffle, and about what; one a line, as staff write them. */
export const marketDay = {
	name: 'Torgdagen i Säffle',
	spots: 'Torget\nStationen\nBiblioteket',
	themes: 'Belysning\nTrafik\nNarkotika\nSkräp och skadegörelse\nUngas trygghet\nSynlig polis\nAnnat'
};

type Counted = [theme: string, tone: Tone, spot: string, times: number];

const counted: readonly Counted[] = [
	['belysning', 'problem', 'torget', 6],
	['belysning', 'problem', 'stationen', 4],
	['trafik', 'problem', 'torget', 5],
	['synlig-polis', 'suggestion', 'torget', 3],
	['synlig-polis', 'positive', 'biblioteket', 2],
	['ungas-trygghet', 'suggestion', 'biblioteket', 3],
	['annat', 'positive', 'torget', 1]
];

type Noted = Omit<NoteEntry, 'kind' | 'key'>;

const noted: readonly Noted[] = [
	{
		...{ slot: 'day', spot: 'torget', themes: ['belysning', 'trafik'], tone: 'problem', groupSize: 'few' },
		...{ ageBand: 'older', paraphrase: 'Går omvägar när det är mörkt. Mopederna kommer tyst bakifrån.' }
	},
	{
		...{ slot: 'evening', spot: 'biblioteket', themes: ['ungas-trygghet'], tone: 'suggestion' },
		...{ groupSize: 'several', ageBand: 'youth', paraphrase: 'Vill att biblioteket har öppet på fredagar.' }
	}
];

/** What a collector has sent of the market day. @param newKey of each entry: 22 characters of base64url */
export const marketEntries = (newKey: () => string): FieldEntry[] => [
	...counted.flatMap(([theme, tone, spot, times]) =>
		Array.from({ length: times }, (): FieldEntry => ({ kind: 'tally', key: newKey(), theme, tone, spot }))
	),
	...noted.map((note): FieldEntry => ({ kind: 'note', key: newKey(), ...note }))
];
