import { expect, test } from 'vitest';
import { languageFaults } from '#lib/questionnaire/quality/languages.ts';
import type { Question } from '#lib/questionnaire/question.ts';
import { lightingIn } from '#tests/support/followed-pledge.ts';
import { followUpContent } from './follow-up-questions.ts';

const pledge = {
	...{ slug: 'ljusare-gangvagar', title: 'Ljusare gångvägar' },
	sentence: 'Vi lovar att alla 14 gångvägar har fungerande belysning senast 1 november 2027.'
};
const drafted = (...originals: Question[]) => followUpContent(pledge, originals);
const faultsOf = (content: ReturnType<typeof drafted>) =>
	languageFaults(content).filter(({ at }) => at.startsWith('languages.'));

test('a follow-up is drafted whole in the languages of the interface, and says what nobody has read', () => {
	const content = drafted(lightingIn('sv', 'en', 'ar'));
	expect(content.languages).toEqual(['sv', 'en', 'ar']);
	expect(content.title).toMatchObject({
		sv: 'Höll vi vad vi lovade? Ljusare gångvägar',
		ar: expect.stringContaining('هل')
	});
	expect(faultsOf(content).map(({ at, code, severity }) => [at, code, severity])).toEqual([
		['languages.en', 'unreviewed', 'warn'],
		['languages.ar', 'unreviewed', 'warn']
	]);
});

test('a follow-up claims no language that its title or its questions lack, and keeps what was written in it', () => {
	const content = drafted(lightingIn('sv', 'en', 'so'));
	expect(content.languages).toEqual(['sv', 'en']);
	expect(content.questions[0]!.text.so).toBe('so: Är gatorna tillräckligt belysta?');
	expect(faultsOf(content).map(({ code }) => code)).toEqual(['unreviewed']);
	expect(drafted().languages).toEqual(['sv']);
});
