import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roles, type Membership, type Role } from '../server/role.ts';
import { countingMemberships, includes, mayDo, permissions, type Permission } from './permission.ts';

/** Every permission and every role, written out once more: O partner (own activities), R reader, F facilitator, C field collector, E editor, P publisher, A administrator. */
const expected: Record<Permission, string> = {
	'place.read': '- R F C E P A',
	'results.read': '- R F - E P A',
	'results.export': '- R F - E P A',
	'texts.read': '- - - - E P A',
	'texts.moderate': '- - - - E P A',
	'questionnaire.edit': '- - - - E P A',
	'dialogue.edit': '- - - - E P A',
	'dialogue.publish': '- - - - - P A',
	'meeting.lead': '- - F - E P A',
	'answers.collect': '- - F C E P A',
	'situation.edit': '- - - - E P A',
	'situation.sign': '- - - - - P A',
	'pledge.edit': '- - - - E P A',
	'pledge.publish': '- - - - - P A',
	'activity.report': 'O R F C E P A',
	'sharing.edit': '- - - - E P A',
	'people.read': '- - - - - - A',
	'people.manage': '- - - - - - A',
	'settings.read': '- - - - - - A',
	'settings.edit': '- - - - - - A',
	'organisation.edit': '- - - - - - A',
	'log.read': '- - - - - - A'
};
const all = Object.keys(permissions) as Permission[];
const cases = all.flatMap((permission) =>
	roles.map((role, column) => ({ permission, role, may: expected[permission].split(' ')[column] !== '-' }))
);
const membership = (role: Role, placeCode: string): Membership => ({
	role,
	placeCode,
	through: 'invitation'
});
const path = ['1785R001', '1785', 'lpo-arvika', 'pr-bergslagen', 'se'];

describe('the table of permissions', () => {
	test('is written out here in full', () => expect(Object.keys(expected).sort()).toEqual([...all].sort()));

	test.each(cases)('$role × $permission: $may', ({ role, permission, may }) => {
		expect(includes(role, permission)).toBe(may);
		expect(mayDo([membership(role, '1785')], permission, path)).toBe(may);
		expect(mayDo([membership(role, '0180')], permission, path)).toBe(false);
	});
});

describe('a membership', () => {
	test('reaches down to every place below it, never up or aside', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...path, '0180', 'lpo-other'),
				fc.integer({ min: 0, max: path.length - 1 }),
				(placeCode, from) => {
					const asked = path.slice(from);
					const may = mayDo([membership('administrator', placeCode)], 'settings.edit', asked);
					expect(may).toBe(asked.includes(placeCode));
				}
			)
		);
	});

	test('adds to others and takes nothing away', () => {
		const held = fc.array(
			fc.record({ role: fc.constantFrom(...roles), placeCode: fc.constantFrom(...path, '0180') })
		);
		fc.assert(
			fc.property(held, held, fc.constantFrom(...all), (some, more, permission) => {
				const [a, b] = [some, more].map((list) =>
					list.map(({ role, placeCode }) => membership(role, placeCode))
				);
				const either = mayDo(a!, permission, path) || mayDo(b!, permission, path);
				expect(mayDo([...a!, ...b!], permission, path)).toBe(either);
			})
		);
	});

	test('allows nothing in a place that does not exist', () =>
		expect(mayDo([membership('administrator', 'se')], 'place.read', [])).toBe(false));

	test('of a publisher or an administrator counts only after the second factor', () => {
		const memberships = roles.map((role) => membership(role, '1785'));
		const counting = (secondFactor: boolean) =>
			countingMemberships({ secondFactor, memberships }).map(({ role }) => role);
		expect(counting(true)).toEqual([...roles]);
		expect(counting(false)).toEqual(['partner', 'reader', 'facilitator', 'field-collector', 'editor']);
	});
});
