import { NewerDatabaseError } from '#lib/server/db/migrate-database.ts';

/** Something that keeps Lyhörd from starting, told in one plain Swedish sentence. */
export class StartFailure extends Error {
	override name = 'StartFailure';
}

const unreachable = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ETIMEDOUT',
	'EHOSTUNREACH'
]);
const refused = new Set(['28P01', '28000', '42501']);

const codeOf = (error: unknown): string => {
	const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
	return String((first as { code?: unknown } | undefined)?.code ?? '');
};

function aboutDatabase(code: string): string | undefined {
	if (unreachable.has(code))
		return 'Databasen i DATABASE_URL svarar inte, så kontrollera adressen och att databasservern är igång.';
	if (refused.has(code))
		return 'Databasen i DATABASE_URL släpper inte in användaren, så kontrollera namn och lösenord.';
	if (code === '3D000') return 'Databasen i DATABASE_URL finns inte, så skapa den först.';
	if (code === 'ERR_INVALID_URL')
		return 'DATABASE_URL är ingen giltig adress, så skriv den som postgres://namn:lösenord@värd/databas.';
	return undefined;
}

function aboutFile(code: string): string | undefined {
	if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
		return 'Databasfilen är skadad, så återställ den senaste säkerhetskopian.';
	if (code === 'SQLITE_BUSY')
		return 'Databasfilen är låst av ett annat program, så stäng det och försök igen.';
	if (code === 'SQLITE_FULL' || code === 'ENOSPC') return 'Disken är full, så gör plats och starta igen.';
	return undefined;
}

/** The sentence for whatever went wrong before the server was up. */
export function sentenceFor(error: unknown): string {
	if (error instanceof StartFailure) return error.message;
	if (error instanceof NewerDatabaseError)
		return 'Databasen är gjord av en nyare version av Lyhörd, så uppdatera programmet eller återställ en äldre säkerhetskopia.';
	const code = codeOf(error);
	const known = (process.env.DATABASE_URL ? aboutDatabase(code) : undefined) ?? aboutFile(code);
	if (known) return known;
	const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/\.$/, '');
	return `Lyhörd kunde inte starta: ${reason}.`;
}

/** Runs a start script: what goes wrong becomes one sentence on standard error and exit code 1. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
	try {
		await start();
	} catch (error) {
		console.error(`Lyhörd: ${sentenceFor(error)}`);
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		process.exit(1);
	}
}
