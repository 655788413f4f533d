import type { Language } from '#lib/i18n/languages.ts';
import { perLanguage } from './locale.ts';

const listsOf = (type: 'conjunction' | 'disjunction') =>
	perLanguage((locale) => new Intl.ListFormat(locale, { type }));
const all = listsOf('conjunction');
const any = listsOf('disjunction');

/** All of them in words: `svenska, engelska och arabiska`. */
export const listAll = (words: readonly string[], language: Language): string => all(language).format(words);

/** Any of them in words: `Kim, Alex eller Noor`. */
export const listAny = (words: readonly string[], language: Language): string => any(language).format(words);
