import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { isPostgres } from '#lib/server/db/lock.ts';
import type { TestContext } from '#tests/support/context.ts';
import { createTestContext, onBothEngines } from '#tests/support/context.ts';
import type { NewEvent } from '../event.ts';
import { listEvents } from './list-events.ts';
import { recordEvent } from './record-event.ts';
import { verifyAudit } from './verify-audit.ts';

const saved: NewEvent = {
	action: 'settings.saved',
	placeCode: '1785',
	subject: 'place:1785',
	before: { sender: 'Säffle' },
	after: { sender: 'Säffle kommun' }
};

const record = (ctx: TestContext, event: Partial<NewEvent> = {}) =>
	ctx.db.transaction().execute((trx) => recordEvent(trx, ctx, { ...saved, ...event }));

async function recordMany(ctx: TestContext, count: number): Promise<void> {
	for (let number = 1; number <= count; number++) await record(ctx, { subject: `place:${number}` });
}

/** What somebody with every right to the database, but without the key, would do first. */
async function dropTriggers({ db }: TestContext): Promise<void> {
	const on = isPostgres(db) ? ' on audit_event' : '';
	for (const what of ['update', 'delete'])
		await sql.raw(`drop trigger audit_event_${what}_frozen${on}`).execute(db);
}

const staff = (ctx: TestContext, personId: string): TestContext => ({
	...ctx,
	actor: { kind: 'staff', personId, name: 'Sam Exempel', sessionId: 's', secondFactor: true, memberships: [] }
});

onBothEngines('the log', (createContext) => {
	test('says who did what where and when, and what it was before', async () => {
		const ctx = await createContext();
		await record(staff(ctx, 'p1'));
		expect((await listEvents(ctx, {})).events).toEqual([
			{
				seq: 1,
				at: Date.parse('2027-03-01T12:00:00Z'),
				actorId: 'p1',
				actorName: 'Sam Exempel',
				...saved
			}
		]);
	});

	test('an event of a command that fails is never there', async () => {
		const ctx = await createContext();
		const failing = ctx.db.transaction().execute(async (trx) => {
			await recordEvent(trx, ctx, saved);
			throw new Error('failed afterwards');
		});
		await expect(failing).rejects.toThrow('failed afterwards');
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: 0 });
	});

	test('the database refuses to change or delete a line', async () => {
		const ctx = await createContext();
		await record(ctx);
		await expect(sql`update audit_event set subject = 'x'`.execute(ctx.db)).rejects.toThrow('never changes');
		await expect(sql`delete from audit_event`.execute(ctx.db)).rejects.toThrow('never changes');
	});

	test('events that come at the same time make one unbroken chain', async () => {
		const ctx = await createContext();
		await Promise.all(Array.from({ length: 12 }, () => record(ctx)));
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: 12 });
	});

	test.each(['password', 'resetToken', 'clientSecret', 'email', 'answers', 'address'])(
		'%s never gets into it',
		async (name) => {
			const ctx = await createContext();
			await expect(record(ctx, { after: { [name]: 'x' } })).rejects.toThrow('never holds');
		}
	);

	test('is narrowed by place, person, action and time, page by page', async () => {
		const ctx = await createContext();
		await record(staff(ctx, 'p1'));
		ctx.setNow('2027-03-02T12:00:00Z');
		await record(staff(ctx, 'p2'), { placeCode: '1784', action: 'profile.saved' });
		await record(staff(ctx, 'p2'), { placeCode: null, action: 'session.started', subject: 'person:p2' });
		await record(staff(ctx, 'p3'), { placeCode: null, action: 'session.started', subject: 'person:p3' });
		const seqs = async (filter: Parameters<typeof listEvents>[1]) =>
			(await listEvents(ctx, filter)).events.map(({ seq }) => seq);
		expect(await seqs({})).toEqual([4, 3, 2, 1]);
		expect(await seqs({ placeCodes: ['1785'] })).toEqual([1]);
		expect(await seqs({ placeCodes: ['1785', '1784'], accountsOf: ['p2'] })).toEqual([3, 2, 1]);
		expect(await seqs({ placeCodes: [], accountsOf: [] })).toEqual([]);
		expect(await seqs({ personId: 'p2' })).toEqual([3, 2]);
		expect(await seqs({ action: 'profile.saved' })).toEqual([2]);
		expect(await seqs({ from: new Date('2027-03-02') })).toEqual([4, 3, 2]);
		expect(await seqs({ until: new Date('2027-03-02') })).toEqual([1]);
		const first = await listEvents(ctx, { limit: 3 });
		expect(first.next).toBe(2);
		expect(await listEvents(ctx, { limit: 3, beforeSeq: first.next! })).toMatchObject({
			events: [{ seq: 1 }],
			next: null
		});
	});

	test('every column of every line is covered: the first changed line is named', async () => {
		const ctx = await createContext();
		await recordMany(ctx, 5);
		await dropTriggers(ctx);
		const changes = {
			at: '1',
			actor_id: `'other'`,
			actor_name: `'Other'`,
			action: `'dialogue.closed'`,
			place_code: `'0180'`,
			subject: `'place:x'`,
			details: `'{"before":null,"after":null}'`,
			previous: `''`,
			hash: `'x'`
		};
		for (const [column, value] of Object.entries(changes)) {
			await sql
				.raw(`create table kept as select ${column} as was from audit_event where seq = 3`)
				.execute(ctx.db);
			await sql.raw(`update audit_event set ${column} = ${value} where seq = 3`).execute(ctx.db);
			expect(await verifyAudit(ctx), column).toEqual({ ok: false, seq: 3, reason: 'changed' });
			await sql
				.raw(`update audit_event set ${column} = (select was from kept) where seq = 3`)
				.execute(ctx.db);
			await sql.raw('drop table kept').execute(ctx.db);
		}
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: 5 });
	});

	test('a removed line, one put in its place, and a cut end are found', async () => {
		const ctx = await createContext();
		await recordMany(ctx, 4);
		const whole = await verifyAudit(ctx);
		const head = whole.ok ? whole.head : undefined;
		await dropTriggers(ctx);
		await sql`delete from audit_event where seq = 4`.execute(ctx.db);
		expect(await verifyAudit(ctx)).toMatchObject({ ok: true, events: 3 });
		expect(await verifyAudit(ctx, head)).toEqual({ ok: false, seq: 4, reason: 'missing' });
		await recordMany(ctx, 1);
		expect(await verifyAudit(ctx, head)).toEqual({ ok: false, seq: 4, reason: 'changed' });
		await sql`delete from audit_event where seq = 2`.execute(ctx.db);
		expect(await verifyAudit(ctx)).toEqual({ ok: false, seq: 2, reason: 'missing' });
		await sql`update audit_event set seq = seq - 1 where seq > 2`.execute(ctx.db);
		expect(await verifyAudit(ctx)).toEqual({ ok: false, seq: 2, reason: 'changed' });
	});
});

describe('whatever line is tampered with', () => {
	test('the verification names the first one, and a chain made without the key does not fit', async () => {
		const ctx = await createTestContext('sqlite');
		await recordMany(ctx, 20);
		await dropTriggers(ctx);
		const rows = await ctx.db.selectFrom('auditEvent').selectAll().orderBy('seq').execute();
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), async (seqs) => {
				for (const seq of seqs)
					await sql`update audit_event set subject = subject || '!' where seq = ${seq}`.execute(ctx.db);
				expect(await verifyAudit(ctx)).toEqual({ ok: false, seq: Math.min(...seqs), reason: 'changed' });
				for (const { seq, subject } of rows)
					await sql`update audit_event set subject = ${subject} where seq = ${seq}`.execute(ctx.db);
			}),
			{ numRuns: 25 }
		);
		const other = await createTestContext('sqlite');
		expect(await verifyAudit({ db: ctx.db, vault: other.vault })).toMatchObject({ ok: false, seq: 1 });
	});
});
