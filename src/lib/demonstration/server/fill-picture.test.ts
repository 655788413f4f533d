import { expect, test } from 'vitest';
import * as v from 'valibot';
import { createTestContext } from '#tests/support/context.ts';
import { situationSchema } from '../../../routes/api/v1/openapi.json/situation-schema.ts';
import { openPicture } from '../../situation/open-picture.ts';
import { readPublishedPicture } from '../../situation/server/read-picture.ts';
import { saffle } from '../places.ts';
import { playSaffle2017 } from './fill-demonstration.ts';
import { fillPicture } from './fill-picture.ts';
import { createDemonstrationStaff } from './staff.ts';

test('the picture shows 60 % and 26 %, the lowest graded part, a series over time and where sources differ', async () => {
	const ctx = await createTestContext();
	await createDemonstrationStaff(ctx);
	await fillPicture(ctx, await playSaffle2017(ctx));
	const { picture, snapshot, signatures } = await readPublishedPicture(ctx, { placeCode: saffle });
	expect(picture).toMatchObject({ number: 1, publishedOn: '2017-05-15' });
	expect(signatures).toHaveLength(2);
	const shown = await readPublishedPicture(ctx, { placeCode: saffle });
	expect(v.safeParse(situationSchema, openPicture(shown, 'saffle')).issues).toBeUndefined();
	const figures = snapshot.evidence.map(({ figure }) => figure);
	expect(figures).toEqual(expect.arrayContaining(['60\u00a0%', '26\u00a0%', '70\u00a0%']));
	const statements = snapshot.evidence.map(({ statement }) => statement);
	expect(statements.some((statement) => /^Lägst trygghetsbetyg: Säffle centrum/.test(statement))).toBe(true);
	const verdicts = Object.fromEntries(snapshot.matrix.map(({ name, verdict }) => [name, verdict]));
	expect(verdicts).toMatchObject({ 'Mer tillgänglig polis': 'differ', 'Bättre utemiljö': 'agree' });
	expect(snapshot.focusAreas.map(({ name }) => name).sort()).toEqual(['Synlighet', 'Utemiljö']);
	expect(snapshot.ranking[0]!.assessors).toBe(2);
});
