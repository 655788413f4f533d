import type { About } from '../draft-change.ts';
import type { BackgroundQuestion } from '../question.ts';
import { withLanguage } from '../rewrite-texts.ts';
import { fieldText, optionalText, optionsFromForm } from './option-fields.ts';

/** What the fields of a background question begin with. */
export const listOf = (dimension: string): string => `${dimension}.`;

/** The background questions that a form says, in its order; what the form does not show is taken from `base`. */
export function backgroundFromForm(
	form: FormData,
	base: readonly BackgroundQuestion[],
	language: string
): BackgroundQuestion[] {
	return [...new Set(form.getAll('dimension'))].flatMap((dimension) => {
		const before = base.find(({ key }) => key === dimension);
		if (!before) return [];
		const list = listOf(before.key);
		return [
			{
				key: before.key,
				text: withLanguage(before.text, language, fieldText(form, `${list}text`)),
				options: optionsFromForm(form, { list, base: before.options, language })
			}
		];
	});
}

/** The title and the introduction that a form says. */
export function aboutFromForm(form: FormData, base: About, language: string): About {
	const intro = optionalText(base.intro, language, fieldText(form, 'intro'));
	return {
		title: withLanguage(base.title, language, fieldText(form, 'title')),
		...(intro && { intro })
	};
}
