import { expect, test } from 'vitest';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { listAgreements, readAgreement } from './read-agreement.ts';
import { saveAgreement, signAgreement } from './save-agreement.ts';

const placeCode = '1785';
const written = {
	...{ id: null, placeCode, title: 'Samverkan', text: 'Vi arbetar tillsammans.' },
	...{ validFrom: '2027-01-01', validTo: null }
};

onBothEngines('an agreement', (createContext) => {
	test('changes until somebody signs it, and then stays: by the use case and by the database', async () => {
		const ctx = await createContext();
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const { ctx: publisher } = await createStaff(ctx, { role: 'publisher', placeCode });
		const id = await mustBeOk(saveAgreement(editor, written));
		const change = { ...written, id, title: 'Samverkan i Säffle' };
		await mustBeOk(saveAgreement(editor, change));
		expect(await readAgreement(editor, id)).toMatchObject({ agreement: change, unsigned: [] });
		const elsewhere = await createStaff(ctx, { role: 'editor', placeCode: '2034' });
		await expect(readAgreement(elsewhere.ctx, id)).rejects.toThrow('not-found');

		const signature = { id, side: 'police', title: 'Chef', day: '2027-01-01' } as const;
		await expect(signAgreement(editor, signature)).rejects.toThrow('not-found');
		await mustBeOk(signAgreement(publisher, signature));
		expect((await readAgreement(publisher, id)).unsigned).toEqual(['municipality']);
		await expect(saveAgreement(publisher, change)).rejects.toThrow('not-found');
		const stored = () => ctx.db.updateTable('agreement').set({ text: 'Annat' }).where('id', '=', id);
		await expect(stored().execute()).rejects.toThrow('stays as it was signed');
		await expect(ctx.db.deleteFrom('agreementSignature').execute()).rejects.toThrow('a signature stays');

		const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
		expect(await listAgreements(visitor, placeCode)).toEqual([]);
		await mustBeOk(signAgreement(publisher, { ...signature, side: 'municipality' }));
		const [shown] = await listAgreements(visitor, placeCode);
		expect(shown).toMatchObject({ title: 'Samverkan i Säffle', text: 'Vi arbetar tillsammans.' });
	});
});
