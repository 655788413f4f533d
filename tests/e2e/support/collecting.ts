import type { Page } from '@playwright/test';
import type { Dialogue } from '#lib/dialogues/dialogue.ts';
import type { QuestionnaireDefinition } from '#lib/questionnaire/question.ts';
import type { Context } from '#lib/server/context.ts';
import { openFromYesterday } from '#tests/support/open-dialogue.ts';

const option = (key: string, sv: string, en: string) => ({ key, text: { sv, en } });

/** A choice, several choices and a text: what is typed, ticked and written. */
const asked: QuestionnaireDefinition = {
	title: { sv: 'Tryggt på torget', en: 'Safe on the square' },
	questions: [
		{
			key: 'safe',
			version: 1,
			kind: 'choice',
			text: { sv: 'Är du trygg på torget?', en: 'Are you safe on the square?' },
			options: [option('yes', 'Ja', 'Yes'), option('no', 'Nej', 'No')]
		},
		{
			key: 'mend',
			version: 1,
			kind: 'choices',
			max: 2,
			text: { sv: 'Vad ska göras?', en: 'What should be done?' },
			options: [
				option('light', 'Fler lampor', 'More lamps'),
				option('police', 'Synlig polis', 'Visible police'),
				option('bench', 'Fler bänkar', 'More benches')
			]
		},
		{ key: 'more', version: 1, kind: 'text', text: { sv: 'Något mer?', en: 'Anything else?' }, options: [] }
	],
	background: []
};

/** Opens a dialogue in Säffle that is answered on tablets, in the field and on paper. */
export const openCollected = (ctx: Context): Promise<Dialogue> =>
	openFromYesterday(ctx, asked, { channels: ['web', 'kiosk', 'field', 'paper'] });

/** What the browser itself remembers of a page: cookies are asked for elsewhere. */
export const remembered = (page: Page) =>
	page.evaluate(() => ({
		stored: localStorage.length + sessionStorage.length,
		state: history.state as unknown,
		filled: [...document.querySelectorAll<HTMLInputElement>('input, textarea')]
			.filter(({ type }) => type !== 'hidden')
			.filter((field) => (['radio', 'checkbox'].includes(field.type) ? field.checked : field.value !== ''))
			.map(({ name }) => name)
	}));
