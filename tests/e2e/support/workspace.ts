import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { createPerson } from '#lib/accounts/server/create-person.ts';
import { issueResetLink } from '#lib/accounts/server/issue-reset-link.ts';
import { issueSetupLink } from '#lib/accounts/server/issue-setup-link.ts';
import { issueSignInLink } from '#lib/accounts/server/sign-in-links.ts';
import type { DraftContent } from '#lib/questionnaire/draft.ts';
import { createDraft } from '#lib/questionnaire/server/create-draft.ts';
import { contextOf, type Application } from '#lib/server/application.ts';
import type { Context } from '#lib/server/context.ts';
import type { Role } from '#lib/server/role.ts';
import { prepareData } from '../../../scripts/prepare-data.ts';
import { startServer, type ServerProcess } from '../../support/server-process.ts';

/** Somebody with a role in a place. */
interface Wanted {
	name: string;
	role: Role;
	placeCode: string;
}

/** A server of its own that nobody has set up, and the way into its data that an operator has. */
export interface Workspace {
	origin: string;
	/** Its data, as commands and jobs reach them. */
	ctx: Context;
	/** The one-time link that the server prints when it is new. */
	setupLink: () => Promise<string>;
	/** Adds somebody with a role in a place and gives a link that signs them in. */
	person: (wanted: Wanted) => Promise<string>;
	/** Adds somebody and gives a link by which they choose a new password. */
	resetLink: (wanted: Wanted) => Promise<string>;
	/** Adds a draft of a questionnaire in Säffle and gives its id. */
	draft: (content: DraftContent) => Promise<string>;
	stop: () => Promise<void>;
}

/**
 * Starts the server on an empty data folder; the caller stops it.
 * @param fill puts into it what stands there before the server looks
 */
export async function startWorkspace(fill?: (ctx: Context) => Promise<unknown>): Promise<Workspace> {
	const folder = mkdtempSync(join(tmpdir(), 'lyhord-staff-'));
	delete process.env.DATABASE_URL;
	process.env.LYHORD_DATA = folder;
	// The provider that the tests sign in at has no certificate.
	process.env.LYHORD_OIDC_LOCALHOST = '1';
	const application: Application = await prepareData();
	const ctx = contextOf(application);
	await fill?.(ctx);
	const server: ServerProcess = await startServer(folder);
	let number = 0;
	const add = ({ name, role, placeCode }: Wanted) =>
		createPerson(ctx, {
			name,
			email: `${role}.${++number}@example.se`,
			memberships: [{ placeCode, role, through: 'demonstration' }]
		});
	return {
		origin: server.origin,
		ctx,
		setupLink: async () => (await issueSetupLink(ctx)) ?? '',
		person: async (wanted) => issueSignInLink(ctx, await add(wanted)),
		resetLink: async (wanted) => issueResetLink(ctx, await add(wanted)),
		draft: async (content) => (await createDraft(ctx, { placeCode: '1785', content })).id,
		stop: async () => {
			await application.db.destroy();
			await server.kill('SIGTERM');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** Opens a sign-in link and uses it. */
export async function enterBy(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByRole('button', { name: 'Logga in' }).click();
	await page.waitForURL(/\/arbete/);
}

/** Writes e-mail address and password on the sign-in page. */
export async function enterWith(page: Page, email: string, password: string): Promise<void> {
	await page.goto('/logga-in');
	await page.getByLabel('E-postadress').fill(email);
	await page.getByLabel('Lösenord', { exact: true }).fill(password);
	await page.getByRole('button', { name: 'Logga in', exact: true }).click();
}

/** Opens the menu of the workspace, where the window is too narrow for a row. */
export async function openMenu(page: Page): Promise<void> {
	const menu = page.locator('nav summary');
	if (await menu.isVisible()) await menu.click();
}

/** Signs out by the button in the workspace. */
export async function leave(page: Page): Promise<void> {
	await page.goto('/arbete/konto');
	await openMenu(page);
	await page.getByRole('button', { name: 'Logga ut' }).click();
	await page.waitForURL(/\/logga-in/);
}
