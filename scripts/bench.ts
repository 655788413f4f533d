// npm run bench <name>: prints a figure of ours beside its floor, measured in the same run.
import { buildWhenStale } from './build-when-stale.ts';
import { StartFailure, startOrExplain } from './start-failure.ts';

const benches: Record<string, () => Promise<boolean>> = {
	accept: async () => (await import('#tests/bench/accept.ts')).benchAccept(),
	attack: async () => {
		console.log((await import('#tests/attack/bench-attack.ts')).benchAttack(100));
		return true;
	},
	texts: async () => (await import('#tests/bench/texts.ts')).benchTexts(),
	import: async () => (await import('#tests/bench/import.ts')).benchImport(),
	'sign-in': async () => (await import('#tests/bench/sign-in.ts')).benchSignIn()
};

await startOrExplain(async () => {
	const bench = benches[process.argv[2] ?? ''];
	if (!bench) throw new StartFailure(`Säg vad som ska mätas: ${Object.keys(benches).join(', ')}.`);
	await buildWhenStale();
	process.exit((await bench()) ? 0 : 1);
});
