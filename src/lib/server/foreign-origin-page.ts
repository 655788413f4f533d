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

/** The page for a form that another website sent: plain, since it is answered before anything of ours is loaded. */
export function foreignOriginPage(inEnglish: boolean): string {
	const { language, title, heading, text, home, start, help } = inEnglish ? english : swedish;
	return `<!doctype html>
<html lang="${language}">
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
