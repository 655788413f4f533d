import { expect, test } from 'vitest';
import { stemSwedish } from './stem-swedish.ts';

/** Forms that belong together, and words that have no ending to cut. */
const samples: [string, string[]][] = [
	['jakt', ['jakt', 'jakten']],
	['jaktböss', ['jaktbössa']],
	['jaktkarl', ['jaktkarl', 'jaktkarlar', 'jaktkarlarne', 'jaktkarlens']],
	['jaktlöjtnant', ['jaktlöjtnant', 'jaktlöjtnanten', 'jaktlöjtnantens']],
	['jalusi', ['jalusi', 'jalusien', 'jalusier', 'jalusierna']],
	['jamr', ['jamrande']],
	['januari', ['januari']],
	['jaquet', ['jaquette']],
	['klo', ['klo']],
	['klock', ['klocka', 'klockan', 'klockans', 'klockare', 'klockarens', 'klockor', 'klockornas']],
	['klockringning', ['klockringning']],
	['klok', ['klok', 'klokast', 'kloke', 'klokhet', 'klokheten']],
	['klokt', ['klokt']],
	['lamp', ['lampa', 'lamporna', 'lampornas']],
	['trygg', ['trygg', 'tryggare', 'trygghet', 'tryggheten']]
];

test.each(samples)('%s is the stem of its forms', (stem, forms) => {
	expect(forms.map(stemSwedish)).toEqual(forms.map(() => stem));
});
