/** Something that happened, in a feed. */
export interface FeedEntry {
	/** The same for ever. */
	id: string;
	title: string;
	link: string;
	/** `YYYY-MM-DD` */
	day: string;
	text: string;
}

/** A feed as its readers see it. */
export interface Feed {
	id: string;
	title: string;
	/** Where the feed is, and the page it is about. */
	self: string;
	link: string;
	author: string;
	language: string;
	/** The latest first. */
	entries: FeedEntry[];
}

const escaped = (text: string): string =>
	text
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const moment = (day: string): string => `${day}T12:00:00Z`;

const entryOf = ({ id, title, link, day, text }: FeedEntry): string =>
	[
		'<entry>',
		`<id>${escaped(id)}</id>`,
		`<title>${escaped(title)}</title>`,
		`<link href="${escaped(link)}"/>`,
		`<updated>${moment(day)}</updated>`,
		`<content type="text">${escaped(text)}</content>`,
		'</entry>'
	].join('');

/** An Atom feed (RFC 4287) of things that happened on days. Without entries it is as old as the epoch. */
export const atomFeed = ({ id, title, self, link, author, language, entries }: Feed): string =>
	[
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
		`<id>${escaped(id)}</id>`,
		`<title>${escaped(title)}</title>`,
		`<link rel="self" href="${escaped(self)}"/>`,
		`<link href="${escaped(link)}"/>`,
		`<author><name>${escaped(author)}</name></author>`,
		`<updated>${moment(entries[0]?.day ?? '1970-01-01')}</updated>`,
		...entries.map(entryOf),
		'</feed>\n'
	].join('\n');
