const month = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
const weekday =
	'måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|vardag|kväll|dag|vecka|månad|helg|kvartal|år|halvår';

/** A number, in digits or in words; also "varje torsdag", "alla", and one deed of its own: "genomför en vandring". */
const quantity = new RegExp(
	[
		String.raw`\p{N}`,
		String.raw`(?<!\p{L})(?:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|trettio|hundra|tusen|alla|samtliga|varje|hälften|dubbelt|halvera\p{L}*|dygnet runt)(?!\p{L})`,
		String.raw`(?<!\p{L})(?:genomför|genomföra|håller|hålla|ordnar|ordna|bjuder in till|bjuda in till|anordnar|anordna|öppnar|öppna|bygger|bygga|sätter upp|sätta upp|går|gå|har|ha|startar|starta) (?:\p{L}+ ){0,1}(?:en|ett)(?!\p{L})`
	].join('|'),
	'u'
);

const date = new RegExp(
	String.raw`(?<!\p{L})(?:${month}|varje (?:${weekday})|(?:jul|mid)?(?:vår|sommar|höst|vinter)(?:en|lov)? \d{4}|v\.? ?\d{1,2}|dagligen)(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}\/\d{1,2}`,
	'u'
);

/** A place by its name, or a kind of place that one can walk to. */
const placeName = /(?<!\p{L})(?:i|på|vid|längs|runt|kring|mellan|utanför) (?:\p{L}+ ){0,3}?(?:\p{Lu}\p{L}+)/u;
const placeKind =
	/(?<!\p{L})\p{L}*(?:stadsdel|torg|park|station|skol|gångväg|cykelväg|centrum|bostadsområde|område|lekplats|badplats|busshållplats|resecentr|gata|gator|köpcentr|bibliotek|tunnel|evenemang|mäss|marknad|mötesplats|fritidsgård|plats)\p{L}*/u;

const owner =
	/(?<!\p{L})(?:vi|polis\p{L}*|kommun\p{L}*|förvaltning\p{L}*|räddningstjänst\p{L}*|nattvandr\p{L}*|bostadsbolag\p{L}*|förening\p{L}*|skol(?:an|orna)|fastighetsägar\p{L}*)(?!\p{L})/iu;

/** Numbers that say when, not how many. */
const numbersOfDays = new RegExp(
	String.raw`\d{1,2} (?:${month})|(?<!\d)(?:19|20)\d{2}(?!\d)|v\.? ?\d{1,2}`,
	'gu'
);

/** Whether a text says how many; the numbers of days and years say when. */
export const saysHowMany = (text: string): boolean =>
	quantity.test(text.toLocaleLowerCase('sv').replace(numbersOfDays, ''));

/** Whether a text says when: a day, a month, a year, or how often. */
export const saysWhen = (text: string): boolean => date.test(text.toLocaleLowerCase('sv'));

/** Whether a text says where. */
export const saysWhere = (text: string): boolean =>
	placeName.test(text) || placeKind.test(text.toLocaleLowerCase('sv'));

/** Whether a text says who. */
export const saysWho = (text: string): boolean => owner.test(text);
