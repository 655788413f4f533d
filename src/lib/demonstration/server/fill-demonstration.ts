import type { Dialogue } from '../../dialogues/dialogue.ts';
import { dayOf } from '../../dialogues/period.ts';
import { savePlaceProfile } from '../../places/server/save-place-profile.ts';
import { targetGroups } from '../../questionnaire/bank/background.ts';
import { template } from '../../questionnaire/bank/templates.ts';
import type { Option, QuestionnaireDefinition } from '../../questionnaire/question.ts';
import type { Context } from '../../server/context.ts';
import { seededRandom } from '../../server/random.ts';
import { inArabicToo, withArabic } from '../arabic.ts';
import { kristinehamnAreas, orsaAreas, saffleAreas } from '../areas.ts';
import { kristinehamn, orsa, saffle } from '../places.ts';
import { residentsOf, type Reply } from '../resident.ts';
import { firstWords, freeWords } from '../free-words.ts';
import { saffle2017, saffle2017Replies } from '../saffle-2017.ts';
import { fillField } from './fill-field.ts';
import { fillPicture } from './fill-picture.ts';
import { fillPledges } from './fill-pledges.ts';
import { fillWalks } from './fill-walks.ts';
import { createDemonstrationStaff } from './staff.ts';
import { playClosedDialogue, playDialogue, type Play } from './play-dialogue.ts';
import { readTexts } from './read-texts.ts';
import { setStage } from './stage.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** An open dialogue of the demonstration. */
interface OpenPlay {
	placeCode: string;
	name: string;
	sender: string;
	areas: readonly Option[];
	groups?: readonly Option[];
	/** Asked in Arabic too. */
	arabic?: true;
	/** Answers until now. */
	answers: number;
	repliesPerSeal: number;
	/** How it is answered besides on the web. */
	channels?: Play['channels'];
	/** What some write with their own words, evenly spread; what comes during the first half is read and released. */
	words?: readonly string[];
}

const openPlays: OpenPlay[] = [
	{
		placeCode: saffle,
		name: 'Säffle',
		sender: 'Säffle kommun och Polisen',
		areas: saffleAreas,
		arabic: true,
		answers: 180,
		repliesPerSeal: 36,
		channels: ['kiosk', 'field'],
		words: [...firstWords, ...freeWords]
	},
	{
		placeCode: orsa,
		name: 'Orsa',
		sender: 'Orsa kommun och Polisen',
		areas: orsaAreas,
		answers: 120,
		repliesPerSeal: 30
	},
	{
		placeCode: kristinehamn,
		name: 'Kristinehamn',
		sender: 'Kristinehamns kommun och Polisen',
		areas: kristinehamnAreas,
		groups: targetGroups,
		answers: 320,
		repliesPerSeal: 80
	}
];

/** The short template; where groups are invited they come first, since results are told apart in that order. */
function definitionOf({ areas, groups, arabic }: OpenPlay): QuestionnaireDefinition {
	const definition = template('S8', { areas, ...(groups && { groups }) });
	const background = (key: string) => definition.background.filter((question) => question.key === key);
	if (arabic) return inArabicToo(definition);
	return groups
		? { ...definition, background: [...background('group'), ...background('district')] }
		: definition;
}

/** Replies of simulated residents; the same in every demonstration. */
function repliesOf(
	{ placeCode, answers, words = [] }: OpenPlay,
	{ questions, background }: QuestionnaireDefinition
): Reply[] {
	const resident = residentsOf(placeCode, { questions, background });
	const random = seededRandom(`residents ${placeCode}`);
	const replies = Array.from({ length: answers }, () => resident(random)).filter(
		(reply) => Object.keys(reply.answers).length > 0
	);
	const free = questions.find(({ kind }) => kind === 'text');
	if (free)
		for (const [at, text] of words.entries())
			replies[Math.floor((at * replies.length) / words.length)]!.answers[free.key] = text;
	return replies;
}

function playOpen(ctx: Context, open: OpenPlay): Promise<Dialogue> {
	const { placeCode, name } = open;
	const definition = definitionOf(open);
	const title = { sv: `Trygg i ${name}`, en: `Safe in ${name}` };
	const now = ctx.now();
	const dayFromNow = (days: number) => dayOf(new Date(now.getTime() + days * dayMs));
	const stage = setStage(ctx, `demonstration ${name}`);
	return playDialogue(stage, {
		placeCode,
		title: open.arabic ? withArabic(title) : title,
		opensOn: dayFromNow(-21),
		closesOn: dayFromNow(60),
		resultsDueOn: dayFromNow(75),
		pledgesDueOn: dayFromNow(120),
		...(open.channels && { channels: open.channels }),
		definition,
		replies: repliesOf(open, definition),
		lastReplyAt: now,
		repliesPerSeal: open.repliesPerSeal,
		...(open.words && {
			afterSeal: async (dialogue, progress) => {
				if (progress < 0.5) await readTexts(stage, dialogue);
			}
		})
	});
}

/**
 * Säffle's dialogue of 2017, whose published shares are the real ones. What is published hangs on coins, so the seed
 * is one with which hardly any answers are held back; a test holds the shares.
 */
export function playSaffle2017(ctx: Context, seed = 'demonstration Säffle 2017'): Promise<Dialogue> {
	const stage = setStage(ctx, seed);
	return playClosedDialogue(stage, {
		placeCode: saffle,
		title: saffle2017.title,
		opensOn: '2016-10-03',
		closesOn: '2017-03-31',
		resultsDueOn: '2017-04-28',
		pledgesDueOn: '2017-06-01',
		definition: saffle2017,
		replies: saffle2017Replies(stage.random),
		lastReplyAt: new Date('2017-03-30T12:00:00Z'),
		repliesPerSeal: 40
	});
}

/**
 * Fills an empty database with the demonstration: dialogues are published and opened by the normal use cases, and
 * simulated residents answer through the normal intake, on a clock that is moved from 2016 to now.
 * @param report is told in Swedish how far it has come.
 */
export async function fillDemonstration(ctx: Context, report: (line: string) => void): Promise<void> {
	for (const { placeCode, sender } of openPlays)
		await savePlaceProfile(ctx, {
			placeCode,
			sender,
			contactEmail: 'trygghet@example.se',
			contactPhone: null
		});
	await createDemonstrationStaff(ctx);
	const dialogue = await playSaffle2017(ctx);
	report('Säffle: en avslutad dialog från 2017');
	report(`Säffle: ${await fillPicture(ctx, dialogue)}`);
	report(`Säffle: ${await fillPledges(ctx, dialogue)} löften`);
	for (const open of openPlays) {
		const played = await playOpen(ctx, open);
		if (open.channels) await fillField(ctx, played);
		report(`${open.name}: en öppen dialog med ${open.answers} svar`);
	}
	await fillWalks(ctx);
	report('Säffle: två trygghetsvandringar och en insamling på torget');
}
