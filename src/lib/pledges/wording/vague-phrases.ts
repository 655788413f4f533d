/** What can be said without anybody being able to see whether it was done, and what to say instead. */
export interface VaguePhrase {
	pattern: RegExp;
	/** Which suggestion helps. */
	suggestion: 'deed' | 'decision' | 'times' | 'number' | 'certain';
}

const word = (source: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, 'u');

/** Swedish phrases known from pledges that nobody could follow up. The longer ones come first. */
export const vaguePhrases: readonly VaguePhrase[] = [
	{
		pattern: word('(?:om|när|där|i den mån|så långt)(?: det)? (?:är |blir )?möjligt'),
		suggestion: 'certain'
	},
	{
		pattern: word('i möjligaste mån|i största möjliga mån|så långt som möjligt|vid behov|om resurser finns'),
		suggestion: 'certain'
	},
	{
		pattern: word(
			'synas mer|syns mer|vara mer synlig[at]?|(?:vara|är|bli|blir) (?:mer )?synlig[at]?|ökad synlighet|öka(?:r)? (?:vår |sin |den )?(?:\\p{L}+ )?(?:synlighet|närvaro)(?:en)?'
		),
		suggestion: 'times'
	},
	{ pattern: word('(?:ver|arbet|jobb)k?a(?:r|t)? (?:\\p{L}+ ){0,2}(?:för|med|mot)'), suggestion: 'deed' },
	{
		pattern: word(
			'(?:se|ser|sett) (?:\\p{L}+ ){0,1}över|översyn|utred(?:a|er)|kartlägg(?:a|er)|titta(?:r)? på|undersök(?:a|er) möjlighet(?:en|er|erna)?'
		),
		suggestion: 'decision'
	},
	{
		pattern: word(
			'främja(?:r)?|utveckla(?:r)?|stärk(?:a|er)|eftersträva(?:r)?|sträva(?:r)? efter|förbättra(?:r)?|verka(?:r)?|försök(?:a|er)|fokusera(?:r)? på|prioritera(?:r)?|bidra(?:r)? till|uppmärksamma(?:r)?|medvetandegör(?:a)?|samverka(?:r)?|underlätta(?:r)?|värna(?:r)?|motverka(?:r)?'
		),
		suggestion: 'deed'
	},
	{
		pattern: word(
			'öka(?:r)?|minska(?:r)?|fler|färre|mer|mindre|oftare|regelbund(?:et|en|na)|löpande|kontinuerlig[at]?'
		),
		suggestion: 'number'
	}
];
