import { expect, test } from 'vitest';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { listHolders } from './list-holders.ts';

onBothEngines('those who may do something', (createContext) => {
	test('are named once, also when their role is held above the place', async () => {
		const created = await createContext();
		const add = (name: string, role: 'publisher' | 'administrator' | 'editor', placeCode: string) =>
			createStaff(created, { name, role, placeCode });
		await add('Örjan Ovan', 'publisher', 'lpo-arvika');
		await add('Anna Admin', 'administrator', '1785');
		await add('Orvar Orsa', 'publisher', '2034');
		const { ctx: editor } = await add('Eva Redaktör', 'editor', '1785');
		const asked = { permission: 'dialogue.publish', placeCode: '1785' } as const;
		expect(await listHolders(editor, asked)).toEqual(['Anna Admin', 'Örjan Ovan']);
		await expect(listHolders(editor, { ...asked, placeCode: '2034' })).rejects.toMatchObject({
			code: 'not-found'
		});
	});
});
