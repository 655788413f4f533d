import type { Question } from '#lib/questionnaire/question.ts';

/** What is asked about a pledge, in Arabic; machine-made, and drafts say so. */
const questions = {
	kept: 'إلى أي مدى تم الوفاء بهذا التعهد برأيك؟',
	effect: 'هل تلاحظ فرقًا؟'
};

/** Swedish option → Arabic. */
const options: Record<string, string> = {
	'Inte alls': 'أبدًا',
	Delvis: 'جزئيًا',
	'Till stor del': 'إلى حد كبير',
	Helt: 'تمامًا',
	'Mycket sämre': 'أسوأ بكثير',
	'Lite sämre': 'أسوأ قليلًا',
	'Ingen skillnad': 'لا فرق',
	'Lite bättre': 'أفضل قليلًا',
	'Mycket bättre': 'أفضل بكثير',
	'Vet inte': 'لا أعرف'
};

/** A question about a pledge with its Arabic; the pledge itself is quoted as it was written. */
export const inArabic = (about: keyof typeof questions, question: Question, pledge: string): Question => ({
	...question,
	text: { ...question.text, ar: `${questions[about]} ”\u2068${pledge}\u2069”` },
	options: question.options.map((option) => ({
		...option,
		text: { ...option.text, ar: options[option.text.sv] ?? '' }
	}))
});
