import { expect, test } from 'vitest';
import { comparePictures } from './compare-pictures.ts';
import { sectionKeys, type Snapshot } from './picture.ts';

const snapshot = (said: string, focus: string[]): Snapshot => ({
	...{ title: 'Lägesbild', from: '2027-01-01', to: '2027-06-30', evidence: [], problems: [], matrix: [] },
	...{ ranking: [], causes: [] },
	sections: sectionKeys.map((key) => ({
		key,
		blocks: key === 'said' ? [{ id: 'a', kind: 'text', text: said }] : []
	})),
	focusAreas: focus.map((name) => ({
		...{ id: name, placeCode: '1785', name, why: 'Därför', remit: 'both' as const, ended: false },
		...{ validFrom: '2027-01-01', validTo: null, evidenceIds: [], causeIds: [] }
	}))
});

test('what is new and what is gone is told per section, and what only moved is not', () => {
	const changes = comparePictures(
		snapshot('Ett\n\nTvå', ['Utemiljö']),
		snapshot('Två\n\nEtt\n\nTre', ['Synlighet'])
	);
	expect(changes).toEqual([
		{ section: 'said', change: 'added', text: 'Tre' },
		{ section: 'chosen', change: 'removed', text: 'Utemiljö: Därför' },
		{ section: 'chosen', change: 'added', text: 'Synlighet: Därför' }
	]);
});
