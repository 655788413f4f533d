/** What people read: every text in every language that they may read it in, with the same values to fill in. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, staffLanguages } from '#lib/i18n/languages.ts';

type Messages = Record<string, string>;

const folder = 'src/lib/i18n/messages';
const files = globSync(`${folder}/sv/*.json`)
	.map((path) => basename(path))
	.sort();
const read = (language: string, file: string): Messages => {
	const { $schema: _, ...messages } = JSON.parse(
		readFileSync(`${folder}/${language}/${file}`, 'utf8')
	) as Messages;
	return messages;
};

/** The families of texts, and the single ones, of which the public pages and letters about pledges are made. */
const publicPledges = [
	...['status', 'party', 'side', 'reason', 'field', 'thread', 'history', 'col', 'count', 'corrections'],
	...['summary', 'section', 'before', 'mail', 'letter_(update|ask)', 'feeds?', 'source', 'when', 'late'],
	...['none', 'valid', 'did', 'embed', 'extended', 'example', 'focus', 'cause', 'said', 'checked', 'word'],
	...['next_(by|none|word|subscribe)', 'why_(late|missing)']
];
const publicPledgeTexts = [
	...['effect_(title|measure|start|target|now|now_on|how)', 'agreements?_(from|part|read|valid|title)'],
	...['after', 'after_title', 'list_lead', 'title_list', 'who_title', 'all_link', 'dialogue_led_to', 'where'],
	...['done_count', 'follow_up_title', 'home_title', 'not_kept_text', 'of_target', 'pledged_on', 'signed_by']
];

/** Which texts of a file residents meet; nothing where only staff read it. */
const metByResidents: Record<string, RegExp> = {
	'common.json': /./,
	'places.json': /./,
	'dialogues.json': /./,
	'results.json': /./,
	'answers.json': /^(answer|thanks)_/,
	'sharing.json': /^embed_/,
	'texts.json': /^texts_public_/,
	'meetings.json':
		/^(screen|participant|meeting_(fact|is_over|passed|report_comes|thread|what|use|part_of|outcome))(_|$)/,
	'situation.json':
		/^situation_((verdict|fact|diff|selection|way)_|section_(asked|said|staff|statistics|differences|unknown|chosen)$)/,
	'pledges.json': new RegExp(
		`^pledges_((${publicPledges.join('|')})(_|$)|(${publicPledgeTexts.join('|')})$)`
	),
	'collection.json':
		/^collection_(text_|start_over|no_device_|kiosk_(lead|begin|closed|reset|next)|idle_|field_(back|hand_back))/,
	'walks.json':
		/^walks_(title|protocol|public_(lead|none)|walked|counts|all|points|answers|status_\w+|category_\w+)$/
};

const expected = (language: string, file: string): string[] =>
	Object.keys(read('sv', file)).filter(
		(key) => (staffLanguages as readonly string[]).includes(language) || metByResidents[file]?.test(key)
	);

const valuesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

describe.each(languages)('in %s', (language) => {
	test.each(files)('%s has every text', (file) => {
		expect(expected(language, file).filter((key) => !read(language, file)[key]?.trim())).toEqual([]);
	});

	test.each(files)(
		'%s fills in the same values as in Swedish, and has no text that Swedish lacks',
		(file) => {
			const swedish = read('sv', file);
			const differing = Object.entries(read(language, file)).filter(
				([key, text]) => valuesIn(text).join() !== valuesIn(swedish[key] ?? '{none}').join()
			);
			expect(differing.map(([key]) => key)).toEqual([]);
		}
	);
});
