import { expect, test } from 'vitest';
import { organisationFromForm } from './organisation-form.ts';

test('a form becomes an organisation, and empty rules are left out', () => {
	const form = new FormData();
	const fields = {
		name: ' Säffle kommun ',
		issuer: 'https://login.example',
		clientId: 'lyhord',
		clientSecret: '',
		amr: 'mfa, hwk',
		acr: '',
		'rules.0.claim': 'groups',
		'rules.0.value': 'trygghet',
		'rules.0.role': 'editor',
		'rules.0.placeCode': '1785',
		'rules.1.claim': '',
		'rules.1.value': '',
		'rules.1.role': 'reader',
		'rules.1.placeCode': '1785'
	};
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	expect(organisationFromForm(form, '1785')).toEqual({
		id: undefined,
		placeCode: '1785',
		name: 'Säffle kommun',
		issuer: 'https://login.example',
		clientId: 'lyhord',
		clientSecret: '',
		rules: [{ claim: 'groups', value: 'trygghet', role: 'editor', placeCode: '1785' }],
		trusted: { amr: ['mfa', 'hwk'], acr: [] }
	});
});
