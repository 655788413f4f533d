import { startOfDay } from '../../dialogues/period.ts';
import type { Dialogue } from '../../dialogues/dialogue.ts';
import type { Context } from '../../server/context.ts';
import type { Outcome } from '../../server/problem.ts';
import type { Block, Picture, SectionKey } from '../../situation/picture.ts';
import type { SituationProblem } from '../../situation/problem.ts';
import { draftPicture } from '../../situation/server/draft-picture.ts';
import { readPicture } from '../../situation/server/read-picture.ts';
import { saveCause } from '../../situation/server/save-cause.ts';
import { saveFocusArea } from '../../situation/server/save-focus-area.ts';
import { saveSection } from '../../situation/server/save-picture.ts';
import { listProblems, saveProblem } from '../../situation/server/save-problem.ts';
import { freezePicture, publishPicture, signPicture } from '../../situation/server/sign-picture.ts';
import { assessProblem } from '../../situation/server/weigh-problems.ts';
import { changeImport } from '../../statistics/server/change-import.ts';
import { confirmImport } from '../../statistics/server/confirm-import.ts';
import { listSeries } from '../../statistics/server/list-series.ts';
import { stageImport } from '../../statistics/server/stage-import.ts';
import { focus2017 } from '../pledges-2017.ts';
import { saffle } from '../places.ts';
import { saffleSeries, saffleStaff, saffleStaffReplies, saffleWords } from '../saffle-picture.ts';
import { playClosedDialogue } from './play-dialogue.ts';
import { setStage, type Stage } from './stage.ts';
import { staffActor } from './staff-actor.ts';

async function must<T>(outcome: Promise<Outcome<T>>): Promise<T> {
	const result = await outcome;
	if (!result.ok) throw new Error(`the demonstration was refused: ${JSON.stringify(result.problems)}`);
	return result.value;
}

const noon = (day: string): Date => new Date(startOfDay(day).getTime() + 12 * 60 * 60 * 1000);

/** Plays Säffle's staff dialogue of 2017 to its end. */
export function playSaffleStaff(stage: Stage): Promise<Dialogue> {
	return playClosedDialogue(stage, {
		...{ placeCode: saffle, kind: 'staff', title: saffleStaff.title, definition: saffleStaff },
		...{ opensOn: '2017-04-03', closesOn: '2017-04-21', resultsDueOn: '2017-04-28' },
		...{ pledgesDueOn: '2017-06-01', repliesPerSeal: 34, lastReplyAt: noon('2017-04-20') },
		replies: saffleStaffReplies(stage.random)
	});
}

/** Imports the series over time that Säffle's picture shows. @returns its id */
export async function importSaffleSeries(ctx: Context): Promise<string> {
	const { fileName, title, source, text } = saffleSeries;
	const file = { placeCode: saffle, fileName, bytes: Buffer.from(text) };
	const { id } = await must(stageImport(ctx, file));
	const said = { title, source, licence: '', retrievedOn: '2017-05-02', period: '', place: '' };
	await must(changeImport(ctx, { id, settings: { ...said, heads: null, columns: {}, public: true } }));
	await must(confirmImport(ctx, id));
	return (await listSeries(ctx, { placeCode: saffle })).find((series) => series.title.startsWith(title))!.id;
}

async function write(
	ctx: Context,
	{ id }: Picture,
	words: Partial<Record<SectionKey, string>>
): Promise<void> {
	const { sections } = await readPicture(ctx, id);
	for (const { key, revision, blocks } of sections) {
		const text = words[key];
		if (text === undefined) continue;
		const kept = blocks.filter(({ kind }) => key === 'unknown' || kind !== 'text');
		const block: Block = { id: `${key}-demonstration`, kind: 'text', text };
		await must(saveSection(ctx, { pictureId: id, section: key, revision, blocks: [...kept, block] }));
	}
}

/** Links the series to what it is nearest to, and says that it is not the same. */
async function linkSeries(ctx: Context, problem: SituationProblem, evidenceId: string): Promise<void> {
	const { id, placeCode, name, note, evidenceIds } = problem;
	const overrules = { statistics: { strength: 'some', reason: saffleWords.reason } } as const;
	await must(
		saveProblem(ctx, { id, placeCode, name, note, evidenceIds: [...evidenceIds, evidenceId], overrules })
	);
}

async function explain(ctx: Context, problems: readonly SituationProblem[]): Promise<void> {
	const ids = new Map<string, string[]>();
	const written = new Map<string, string>();
	for (const { problem, bone, text, under } of saffleWords.causes) {
		const { id: problemId, evidenceIds } = problems.find(({ name }) => name === problem)!;
		const parentId = under === undefined ? null : written.get(under)!;
		const where = { id: null, problemId, bone, parentId, evidenceIds: evidenceIds.slice(0, 1) };
		const { id } = await must(saveCause(ctx, { ...where, text }));
		written.set(text, id);
		ids.set(problem, [...(ids.get(problem) ?? []), id]);
	}
	const chosen = { [focus2017.visibility]: 'Mer tillgänglig polis', [focus2017.outdoors]: 'Bättre utemiljö' };
	for (const [name, problem] of Object.entries(chosen)) {
		const { evidenceIds } = problems.find((one) => one.name === problem)!;
		const valid = { validFrom: '2017-06-01', validTo: '2017-12-31', remit: 'both' } as const;
		const why = `Det här bad invånarna om: ${problem.toLowerCase()}.`;
		const about = { id: null, placeCode: saffle, name, why, evidenceIds };
		await must(saveFocusArea(ctx, { ...about, ...valid, causeIds: ids.get(problem) ?? [] }));
	}
}

async function weigh(people: readonly Context[], problems: readonly SituationProblem[]): Promise<void> {
	for (const [which, ctx] of people.entries())
		for (const [index, { id: problemId }] of problems.entries()) {
			const high = Math.max(0, 3 - index);
			const scores = {
				common: high,
				many: high,
				signal: Math.max(0, high - which),
				influence: 2,
				cost: 2 - which
			};
			await must(assessProblem(ctx, { problemId, scores }));
		}
}

/**
 * Fills Säffle's situation picture of 2017: a staff dialogue, a series, and a picture that is drafted by itself, written
 * on, signed by two people of two sides and published, on a moved clock.
 * @param dialogue the closed one of 2017
 * @returns what was filled, in Swedish
 */
export async function fillPicture(ctx: Context, dialogue: Dialogue): Promise<string> {
	const stage = setStage(ctx, 'demonstration picture');
	const staff = await playSaffleStaff(stage);
	stage.moveTo(noon('2017-05-02'));
	const as = async (email: string): Promise<Context> => ({ ...stage, actor: await staffActor(ctx, email) });
	const police = await as('polis@demonstration.example');
	const coordinator = await as('samordnare@demonstration.example');
	const municipality = await as('administrator@demonstration.example');
	const seriesIds = [await importSaffleSeries(coordinator)];
	const picture = await must(
		draftPicture(coordinator, {
			...{ placeCode: saffle, title: saffleWords.title, from: '2016-10-01', to: '2017-04-30' },
			...{ dialogueIds: [dialogue.id, staff.id], seriesIds }
		})
	);
	const { snapshot } = await readPicture(coordinator, picture.id);
	const problems = await listProblems(coordinator, saffle);
	const outdoors = problems.find(({ name }) => name === 'Bättre utemiljö')!;
	const shown = snapshot.evidence.find(({ kind }) => kind === 'series');
	if (shown) await linkSeries(coordinator, outdoors, shown.id);
	await weigh([police, coordinator], problems);
	await explain(coordinator, problems);
	const { differences, unknown, chosen } = saffleWords;
	await write(coordinator, picture, { differences, unknown, chosen });
	const { id } = await must(freezePicture(coordinator, picture.id));
	stage.moveTo(noon('2017-05-15'));
	await must(signPicture(police, { id, side: 'police', title: 'Chef för lokalpolisområde Arvika' }));
	await must(signPicture(municipality, { id, side: 'municipality', title: 'Kommunstyrelsens ordförande' }));
	await must(publishPicture(police, id));
	return 'en medarbetardialog och en publicerad lägesbild';
}
