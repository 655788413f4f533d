import type { Texts } from '../i18n/languages.ts';
import type { Option, QuestionnaireDefinition } from '../questionnaire/question.ts';

/** Swedish text → Arabic, for the short questionnaire as Säffle asks it. */
const arabic: Record<string, string> = {
	'Trygg i Säffle': 'الأمان في Säffle',
	'Hur trygg är du där du bor?': 'ما مدى شعورك بالأمان حيث تسكن؟',
	'Tack för att du hjälper till.': 'شكرًا لمساعدتك.',
	'Hur trygg känner du dig i området där du bor eller vistas?':
		'ما مدى شعورك بالأمان في المنطقة التي تسكن أو تقضي وقتك فيها؟',
	'Hur trygg är du utomhus sent på kvällen i ditt område?':
		'ما مدى شعورك بالأمان خارج البيت في وقت متأخر من المساء في منطقتك؟',
	'Mycket otrygg': 'غير آمن أبدًا',
	'Ganska otrygg': 'غير آمن إلى حد ما',
	'Ganska trygg': 'آمن إلى حد ما',
	'Mycket trygg': 'آمن جدًا',
	'Vet inte': 'لا أعرف',
	'Går inte ut, för att jag är otrygg': 'لا أخرج لأنني لا أشعر بالأمان',
	'Går inte ut, otrygg': 'لا أخرج، غير آمن',
	'Går inte ut, av annat skäl': 'لا أخرج لسبب آخر',
	'Går inte ut, annat skäl': 'لا أخرج، سبب آخر',
	'Vilka problem märker du av i ditt område? Välj högst fem.':
		'ما المشكلات التي تلاحظها في منطقتك؟ اختر خمسًا على الأكثر.',
	'Snabb eller störande körning': 'قيادة سريعة أو مزعجة',
	'Störande körning': 'قيادة مزعجة',
	'Narkotika (bruk eller försäljning)': 'المخدرات (تعاطيها أو بيعها)',
	Narkotika: 'المخدرات',
	'Gäng eller grupper som känns otrygga': 'عصابات أو مجموعات تثير الخوف',
	'Otrygga grupper': 'مجموعات تثير الخوف',
	'Stöld i butik, av cykel eller bil': 'سرقة من المتاجر أو سرقة دراجات أو سيارات',
	Stölder: 'السرقات',
	'Dålig belysning': 'إضاءة ضعيفة',
	'För få poliser eller vuxna ute': 'قلة الشرطة أو البالغين في الخارج',
	'Få poliser eller vuxna': 'قلة الشرطة والبالغين',
	'Inget av detta': 'لا شيء من ذلك',
	'Vad ska polisen och kommunen ta itu med först? Rangordna högst tre.':
		'ما الذي يجب أن تبدأ به الشرطة والبلدية؟ رتّب ثلاثة على الأكثر.',
	'Finns det en plats där du känner dig otrygg? Vilken?': 'هل هناك مكان لا تشعر فيه بالأمان؟ أي مكان؟',
	'Säffle centrum': 'وسط Säffle',
	'Norra Säffle': 'شمال Säffle',
	'Södra Säffle': 'جنوب Säffle',
	Värmlandsnäs: 'Värmlandsnäs',
	Värmlandsbro: 'Värmlandsbro',
	'Svanskog och Långserud': 'Svanskog وLångserud',
	'En annan plats': 'مكان آخر',
	'Nej, ingen plats': 'لا، لا يوجد مكان',
	'Vad gör platsen otrygg? Välj högst tre.': 'ما الذي يجعل المكان غير آمن؟ اختر ثلاثة على الأكثر.',
	'Mörkt eller dålig belysning': 'ظلام أو إضاءة ضعيفة',
	Mörkt: 'ظلام',
	'Skymd sikt': 'رؤية محجوبة',
	Ödsligt: 'مكان مهجور',
	'Personer som samlas där': 'أشخاص يتجمعون هناك',
	'Påverkade personer': 'أشخاص تحت تأثير مسكر',
	'Trafik och fordon': 'المرور والمركبات',
	Annat: 'شيء آخر',
	'Vad skulle göra störst skillnad för tryggheten? Välj högst tre.':
		'ما الذي يُحدث أكبر فرق في الأمان؟ اختر ثلاثة على الأكثر.',
	'Synligare polis': 'حضور أكبر للشرطة',
	'Bättre belysning': 'إضاءة أفضل',
	'Röja buskar och städa': 'إزالة الشجيرات والتنظيف',
	'Fler vuxna ute på kvällen': 'بالغون أكثر في الخارج مساءً',
	'Fler vuxna på kvällen': 'بالغون أكثر مساءً',
	'Mer för unga att göra': 'أنشطة أكثر للشباب',
	'Säkrare trafik': 'مرور أكثر أمانًا',
	'Arbete mot narkotika': 'العمل ضد المخدرات',
	'Är det något mer polisen och kommunen bör veta?': 'هل هناك شيء آخر يجب أن تعرفه الشرطة والبلدية؟',
	'Vilken del av kommunen bor du i?': 'في أي جزء من البلدية تسكن؟',
	'Bor inte i kommunen': 'لا أسكن في البلدية',
	Ålder: 'العمر',
	'Under 13 år': 'أقل من 13 سنة',
	'13–15 år': 'من 13 إلى 15 سنة',
	'16–19 år': 'من 16 إلى 19 سنة',
	'20–29 år': 'من 20 إلى 29 سنة',
	'30–44 år': 'من 30 إلى 44 سنة',
	'45–64 år': 'من 45 إلى 64 سنة',
	'65–79 år': 'من 65 إلى 79 سنة',
	'80 år eller äldre': '80 سنة أو أكثر',
	'Vill inte svara': 'لا أريد أن أجيب',
	Kön: 'الجنس',
	Kvinna: 'امرأة',
	Man: 'رجل',
	'Annan könsidentitet': 'هوية جنسية أخرى'
};

/** The text with its Arabic. Throws where the demonstration has none. */
export function withArabic(texts: Texts): Texts {
	const ar = arabic[texts.sv];
	if (ar === undefined) throw new Error(`the demonstration has no Arabic for "${texts.sv}"`);
	return { ...texts, ar };
}

const optionInArabic = (option: Option): Option => ({
	...option,
	text: withArabic(option.text),
	...(option.short && { short: withArabic(option.short) })
});

/** The questionnaire with Arabic in every text. Throws where the demonstration has none. */
export const inArabicToo = (definition: QuestionnaireDefinition): QuestionnaireDefinition => ({
	...definition,
	title: withArabic(definition.title),
	...(definition.intro && { intro: withArabic(definition.intro) }),
	questions: definition.questions.map((question) => ({
		...question,
		text: withArabic(question.text),
		options: question.options.map(optionInArabic)
	})),
	background: definition.background.map((question) => ({
		...question,
		text: withArabic(question.text),
		options: question.options.map(optionInArabic)
	}))
});
