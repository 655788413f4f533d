import { expect, test } from 'vitest';
import { atomFeed } from './atom-feed.ts';

const feed = {
	...{ id: 'urn:x', title: 'Löften', self: 'https://x.se/flode.atom', link: 'https://x.se/loften' },
	...{ author: 'Säffle kommun', language: 'sv' }
};

test('a feed tells what happened, the latest day as its own, and no text can become markup', () => {
	const entry = {
		id: 'urn:a',
		title: '<b> & "c"',
		link: 'https://x.se/a?b&c',
		day: '2027-03-01',
		text: 'a\u0000b'
	};
	const text = atomFeed({ ...feed, entries: [entry] });
	expect(text).toContain('<title>&#60;b&#62; &#38; &#34;c&#34;</title>');
	expect(text).toContain('<link href="https://x.se/a?b&#38;c"/>');
	expect(text).toContain('<content type="text">ab</content>');
	expect(text.match(/<updated>2027-03-01T12:00:00Z<\/updated>/g)).toHaveLength(2);
});

test('an empty feed is a feed', () =>
	expect(atomFeed({ ...feed, entries: [] })).toContain('<updated>1970-01-01T12:00:00Z</updated>'));
