import { describe, expect, test } from 'vitest';
import { shownDefinition } from '#tests/support/published.ts';
import { filterQuery, parseFilter } from './filter.ts';

const parsed = (query: string) => parseFilter(new URLSearchParams(query), shownDefinition.background);

describe('a filter in the query string', () => {
	test.each<[string, string, object]>([
		['none asks for everything', '', {}],
		['an empty choice asks for everything', 'district=&age=', {}],
		['one option', 'district=norra', { district: ['norra'] }],
		[
			'several, repeated or with commas, in the order of the questionnaire',
			'district=sodra&district=ostra,norra',
			{
				district: ['norra', 'sodra', 'ostra']
			}
		],
		[
			'dimensions in the order of the questionnaire',
			'age=16-29&district=norra',
			{
				district: ['norra'],
				age: ['16-29']
			}
		],
		['an unknown option lets nothing through', 'district=mars', { district: [] }],
		['an unknown option beside a known one adds nothing', 'district=mars,norra', { district: ['norra'] }],
		['a dimension that is not asked lets nothing through', 'group=staff', { group: [] }],
		['"rather not say" is never told apart', 'age=rather_not_say', { age: [] }],
		['other parameters mean nothing', 'utm_source=mail&lang=en', {}]
	])('%s', (_name, query, expected) => {
		expect(JSON.stringify(parsed(query))).toBe(JSON.stringify(expected));
	});

	test.each(['', 'district=norra', 'district=mars', 'age=30-64&district=norra,ostra', 'group=x'])(
		'%s survives being written and read again',
		(query) => {
			expect(parsed(filterQuery(parsed(query)))).toEqual(parsed(query));
		}
	);
});
