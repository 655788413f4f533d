import type { Question, QuestionnaireDefinition } from '../question.ts';
import {
	ageQuestion,
	districtQuestion,
	genderQuestion,
	groupQuestion,
	relationGroups,
	youthAgeQuestion
} from './background.ts';
import { inBoth, type Words } from './notation.ts';
import * as sets from './sets.ts';
import type { TemplateInput } from './sets.ts';

/** Kiosk, short, full (long), youth, staff (medarbetare) on what and on how, follow-up. */
export const templateNames = ['K3', 'S8', 'L', 'U', 'M', 'H', 'F'] as const;

export type TemplateName = (typeof templateNames)[number];

interface Template {
	title: Words;
	intro: Words;
	questions: (input: TemplateInput) => Question[];
}

const thanks: Words = ['Tack för att du hjälper till.', 'Thank you for helping.'];

const templates: Record<TemplateName, Template> = {
	K3: {
		title: ['Tre frågor om trygghet', 'Three questions about safety'],
		intro: thanks,
		questions: sets.kiosk
	},
	S8: {
		title: ['Hur trygg är du där du bor?', 'How safe are you where you live?'],
		intro: thanks,
		questions: sets.short
	},
	L: { title: ['Trygghet där du bor', 'Safety where you live'], intro: thanks, questions: sets.full },
	U: { title: ['Unga om trygghet', 'Young people on safety'], intro: thanks, questions: sets.youth },
	M: {
		title: ['Vad ser du i ditt arbete?', 'What do you see at work?'],
		intro: [
			'Svara utifrån ditt arbete i kommun eller polis.',
			'Answer from your work in the municipality or the police.'
		],
		questions: sets.staff
	},
	H: {
		title: ['Hur kan vi göra det tryggare?', 'How can we make it safer?'],
		intro: [
			'Vi har valt vad vi ska arbeta med. Nu frågar vi hur, utifrån ditt arbete.',
			'We have chosen what to work on. Now we ask how, from your work.'
		],
		questions: sets.staffHow
	},
	F: {
		title: ['Höll vi vad vi lovade?', 'Did we keep what we pledged?'],
		intro: thanks,
		questions: sets.followUp
	}
};

function backgroundOf(
	name: TemplateName,
	{ areas, groups }: TemplateInput
): QuestionnaireDefinition['background'] {
	const asked = groups ?? (name === 'M' || name === 'H' ? relationGroups : []);
	return [
		...(areas.length > 0 ? [districtQuestion(areas)] : []),
		name === 'U' ? youthAgeQuestion : ageQuestion,
		asked.length > 0 ? groupQuestion(asked) : genderQuestion
	];
}

/**
 * A questionnaire of the bank in Swedish and English, ready to publish or to change: it passes `checkDefinition`
 * as long as the keys of areas, groups and pledges do. Texts of areas, groups and pledges without English leave
 * the questionnaire in Swedish only. Throws on a priority that is not in the taxonomy.
 */
export function template(name: TemplateName, input: TemplateInput): QuestionnaireDefinition {
	const { title, intro, questions } = templates[name];
	return {
		title: inBoth(title),
		intro: inBoth(intro),
		questions: structuredClone(questions(input)),
		background: structuredClone(backgroundOf(name, input))
	};
}
