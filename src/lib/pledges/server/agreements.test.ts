import { expect, test } from 'vitest';
import { mustBeOk } from '#tests/support/builders.ts';
import { onBothEngines } from '#tests/support/context.ts';
import { createStaff } from '#tests/support/people.ts';
import { listAgreements, readAgreement } from './read-agreement.ts';
import { saveAgreement, signAgreement } from './save-agreement.ts';

const placeCode = '1785';
const written = {
	...{ id: null, placeCode, title: 'Samverkan', text: 'Vi arbetar tillsammans.' },
	...{ validFrom: '2027-01-01', validTo: null, revision: 0 }
};

const refused = (code: string) => ({ ok: false, problems: [{ at: 'agreement', code }] });

onBothEngines('an agreement', (createContext) => {
	test('changes until somebody signs it, and then stays: by the use case and by the database', async () => {
		const ctx = await createContext();
		const { ctx: editor } = await createStaff(ctx, { role: 'editor', placeCode });
		const { ctx: publisher } = await createStaff(ctx, { role: 'publisher', placeCode });
		const id = await mustBeOk(saveAgreement(editor, written));
		const change = { ...written, id, revision: 1, title: 'Samverkan i Säffle' };
		await mustBeOk(saveAgreement(editor, change));
		expect(await readAgreement(editor, id)).toMatchObject({
			agreement: { ...change, revision: 2 },
			unsigned: []
		});
		const elsewhere = await createStaff(ctx, { role: 'editor', placeCode: '2034' });
		await expect(readAgreement(elsewhere.ctx, id)).rejects.toThrow('not-found');

		const signature = { id, revision: 2, side: 'police', title: 'Chef', day: '2027-01-01' } as const;
		await expect(signAgreement(editor, signature)).rejects.toThrow('not-found');
		await mustBeOk(signAgreement(publisher, signature));
		expect((await readAgreement(publisher, id)).unsigned).toEqual(['municipality']);
		expect(await saveAgreement(publisher, { ...change, revision: 2 })).toMatchObject(
			refused('signed-meanwhile')
		);
		const stored = () => ctx.db.updateTable('agreement').set({ text: 'Annat' }).where('id', '=', id);
		await expect(stored().execute()).rejects.toThrow('stays as it was signed');
		await expect(ctx.db.deleteFrom('agreementSignature').execute()).rejects.toThrow('a signature stays');

		const visitor = { ...ctx, actor: { kind: 'visitor' as const } };
		expect(await listAgreements(visitor, placeCode)).toEqual([]);
		await mustBeOk(signAgreement(publisher, { ...signature, side: 'municipality' }));
		const [shown] = await listAgreements(visitor, placeCode);
		expect(shown).toMatchObject({ title: 'Samverkan i Säffle', text: 'Vi arbetar tillsammans.' });
	});

	test('of two who change it at the same time, one is told, and nothing is overwritten or signed unread', async () => {
		const ctx = await createContext();
		const { ctx: one } = await createStaff(ctx, { role: 'editor', placeCode });
		const { ctx: other } = await createStaff(ctx, { role: 'publisher', placeCode });
		const id = await mustBeOk(saveAgreement(one, written));
		const change = { ...written, id, revision: 1 };
		const both = await Promise.all([
			saveAgreement(one, { ...change, text: 'Den enas ord.' }),
			saveAgreement(other, { ...change, text: 'Den andras ord.' })
		]);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.find(({ ok }) => !ok)).toMatchObject(refused('changed-meanwhile'));
		const signature = { id, side: 'police', title: 'Chef', day: '2027-01-01' } as const;
		const unread = await signAgreement(other, { ...signature, revision: 1 });
		expect(unread).toMatchObject(refused('changed-since-read'));
		const { agreement } = await readAgreement(one, id);
		expect(agreement).toMatchObject({ revision: 2, signatures: [] });
		await mustBeOk(saveAgreement(one, { ...change, revision: 2, text: 'Bådas ord.' }));
		await mustBeOk(signAgreement(other, { ...signature, revision: 3 }));
	});
});
