import { direction } from '#lib/i18n/languages.ts';

const swedish = {
	language: 'sv',
	title: 'Fel: Formuläret kom från en annan webbplats – Lyhörd',
	heading: 'Formuläret kom från en annan webbplats',
	text: 'Därför tog vi inte emot det. Inget är sparat. Öppna sidan hos oss och försök på nytt.',
	home: '/',
	start: 'Till första sidan',
	help: ['Fara nu? Ring', 'Anmäla eller tipsa:']
};

const english: typeof swedish = {
	language: 'en',
	title: 'Error: The form came from another website – Lyhörd',
	heading: 'The form came from another website',
	text: 'That is why we did not accept it. Nothing has been saved. Open the page here and try again.',
	home: '/en/',
	start: 'To the first page',
	help: ['Danger now? Call', 'Report or tip off the police:']
};

const arabic: typeof swedish = {
	language: 'ar',
	title: 'خطأ: جاء النموذج من موقع آخر – Lyhörd',
	heading: 'جاء النموذج من موقع آخر',
	text: 'لذلك لم نستلمه. لم يُحفظ شيء. افتح الصفحة لدينا وحاول مرة أخرى.',
	home: '/ar/',
	start: 'إلى الصفحة الأولى',
	help: ['خطر الآن؟ اتصل بـ', 'بلاغ أو معلومة للشرطة:']
};

const words = [swedish, english, arabic];

/**
 * The page for a form that another website sent: plain, since it is answered before anything of ours is loaded.
 * @param wanted the first part of the address, where the language stands
 */
export function foreignOriginPage(wanted: string | undefined): string {
	const { language, title, heading, text, home, start, help } =
		words.find((one) => one.language === wanted) ?? swedish;
	return `<!doctype html>
<html lang="${language}" dir="${direction(language)}">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<title>${title}</title>
	</head>
	<body>
		<main>
			<h1>${heading}</h1>
			<p>${text}</p>
			<p><a href="${home}">${start}</a></p>
			<p>${help[0]} <a href="tel:112">112</a>. ${help[1]} <a href="tel:11414">114 14</a>.</p>
		</main>
	</body>
</html>
`;
}
