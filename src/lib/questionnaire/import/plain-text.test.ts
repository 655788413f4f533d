import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

const text = (html: string): string => plainText(html).text;

test.each<[string, string]>([
	['<div id="questionDiv">\n\t<p>\n\t\tIn which country?</p>\n</div>', 'In which country?'],
	['Has&nbsp;your <strong>soft</strong>ware', 'Has your software'],
	['<p>Ett</p>\n\n<p>Två<br />Tre</p>', 'Ett\n\nTvå\nTre'],
	['<ul><li>Ett</li><li>Två</li></ul>', 'Ett\n\nTvå'],
	['Rad ett\r\nrad två', 'Rad ett\nrad två'],
	['&Aring;&auml;&ouml; &#229; &#xE4; &ndash; &euro; &lt;b&gt; &amp;amp;', 'Åäö å ä – € <b> &amp;'],
	['&okänd; &unknown; &#99999999; & &; 5 < 6 <3 a<', '&okänd; &unknown; &#99999999; & &; 5 < 6 <3 a<'],
	['Före<script>alert("<p>")</script><style>p{}</style>efter', 'Föreefter'],
	['Före<!-- <p>nej</p> -->efter', 'Föreefter'],
	['\ufeff1 (None)\u202e\u0007', '1 (None)'],
	['A\u030a', 'Å'],
	['<p>utan slut', 'utan slut'],
	['<script>utan slut', ''],
	['<p', ''],
	['', '']
])('%s', (html, expected) => expect(text(html)).toBe(expected));

test('addresses of links and pictures are kept beside', () =>
	expect(
		plainText(
			'<a href="https://a.example?b&amp;c">a</a> <img alt="" src=\'b.png\'/><a href=c>c</a><a href="https://a.example">'
		)
	).toEqual({
		text: 'a c',
		links: ['https://a.example?b&c', 'b.png', 'c', 'https://a.example']
	}));

test.each(['<', '<!--', '<a ', '<script>', '&', '&#', '<a href=x', '<p>', ' \n', '<!-- -->', '<a href=1>'])(
	'a million of %j take no longer than a moment',
	(unit) => {
		const from = performance.now();
		plainText(unit.repeat(1_000_000));
		expect(performance.now() - from).toBeLessThan(5_000);
	}
);
