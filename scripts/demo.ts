// A demonstration on this machine with its own data, never the real ones.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillDemonstration } from '#lib/demonstration/server/fill-demonstration.ts';
import { openCollecting, type CollectingPaths } from '#lib/demonstration/server/open-collecting.ts';
import { prepareDemonstrationMeeting, type MeetingPaths } from '#lib/demonstration/server/plan-meeting.ts';
import { issueDemonstrationLinks } from '#lib/demonstration/server/staff.ts';
import { contextOf, openApplication } from '#lib/server/application.ts';
import { buildWhenStale, digestOf } from './build-when-stale.ts';
import { readFlags } from './flags.ts';
import { prepareData } from './prepare-data.ts';
import { checkPort, serveBuild } from './serve-build.ts';
import { simulateResidents } from './simulate-residents.ts';
import { startOrExplain } from './start-failure.ts';

const folder = join(import.meta.dirname, '..', 'demo-data');
const stampFile = join(folder, '.demonstration');

/** Its open dialogues close some weeks later; older data are filled anew. */
const longestLifeMs = 30 * 24 * 60 * 60 * 1000;

const isFilled = (wanted: string): boolean =>
	existsSync(stampFile) &&
	readFileSync(stampFile, 'utf8') === wanted &&
	Date.now() - statSync(stampFile).mtimeMs < longestLifeMs;

/** Fills the demonstration's own folder unless it holds what this version would fill. */
async function prepareDemonstration(fresh: boolean): Promise<void> {
	const wanted = digestOf('src/lib/demonstration/**/*', 'src/lib/questionnaire/bank/**/*', 'migrations/*');
	const filled = isFilled(wanted) && !fresh;
	if (!filled) rmSync(folder, { recursive: true, force: true });
	const application = await prepareData();
	if (!filled) {
		console.log('Lyhörd: fyller på med exempel …');
		await fillDemonstration(contextOf(application), (line) => console.log(`Lyhörd:   ${line}`));
		writeFileSync(stampFile, wanted);
	}
	await application.db.destroy();
}

interface Links {
	staff: { name: string; path: string }[];
	meeting: MeetingPaths;
	collecting: CollectingPaths;
}

/** Fresh links each time, since they are told only once, and a meeting that is ready to run this evening. */
async function freshLinks(): Promise<Links> {
	const application = openApplication();
	const ctx = contextOf(application);
	const meeting = await prepareDemonstrationMeeting(ctx);
	const collecting = await openCollecting(ctx);
	const staff = await issueDemonstrationLinks(ctx);
	await application.db.destroy();
	return { staff, meeting, collecting };
}

const addresses = (origin: string, { staff, meeting, collecting }: Links) => `
Lyhörd visar exempel på den här datorn. Öppna:

  ${origin}/
      startsidan
  ${origin}/saffle/dialog/trygg-i-saffle/svara
      svara på en öppen dialog
  ${origin}/saffle/dialog/trygg-i-saffle/resultat
      se svaren växa
  ${origin}/saffle/dialog/medborgardialog-2017/resultat
      en avslutad dialog
  ${origin}/saffle/lagesbild
      lägesbilden: vad invånare, medarbetare och statistik säger
  ${origin}/saffle/loften
      medborgarlöftena, med vad som hänt sedan dess
  ${origin}/saffle  ${origin}/orsa  ${origin}/kristinehamn
      kommunernas egna sidor

Ett dialogmöte i Säffle, klart att börja. Öppna alla tre sida vid sida:

  ${origin}${meeting.screen}
      skärmen i lokalen
  ${origin}${meeting.remote}
      fjärrkontrollen: tryck Starta, öppna nästa moment och låt simulerade deltagare svara
  ${origin}${meeting.participants}
      en deltagares telefon

Samla svar på stan:

  ${origin}${collecting.field}
      en insamlares telefon på torget: räkna samtal, anteckna, låt någon svara
  ${origin}${collecting.kiosk}
      plattan på biblioteket, där besökare svarar på samma dialog
  ${origin}/saffle/vandringar
      trygghetsvandringar, en med protokoll

Logga in som personal (varje länk gäller en gång, i tio minuter):

${staff.map(({ name, path }) => `  ${name}\n      ${origin}${path}`).join('\n')}

Avsluta med Ctrl+C.
`;

await startOrExplain(async () => {
	const { port, fresh, live } = readFlags();
	delete process.env.DATABASE_URL;
	process.env.LYHORD_DATA = folder;
	process.env.LYHORD_DEMO = '1';
	if (live) process.env.LYHORD_DEMO_LIVE = '1';
	process.env.LOG_LEVEL ??= 'warn';
	await checkPort(port);
	await buildWhenStale();
	await prepareDemonstration(fresh);
	await serveBuild(port);
	console.log(addresses(process.env.ORIGIN ?? '', await freshLinks()));
	if (live) void simulateResidents(`http://localhost:${port}`);
});
