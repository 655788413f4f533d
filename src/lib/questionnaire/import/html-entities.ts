/** The names of the letters from U+00A0 to U+00FF, in their order. */
const latin =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
	'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig ' +
	'Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash ' +
	'Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ' +
	'ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc ' +
	'uuml yacute thorn yuml';

const others: Record<string, number> = {
	amp: 0x26,
	lt: 0x3c,
	gt: 0x3e,
	quot: 0x22,
	apos: 0x27,
	OElig: 0x152,
	oelig: 0x153,
	Scaron: 0x160,
	scaron: 0x161,
	ensp: 0x2002,
	emsp: 0x2003,
	thinsp: 0x2009,
	zwnj: 0x200c,
	zwj: 0x200d,
	lrm: 0x200e,
	rlm: 0x200f,
	ndash: 0x2013,
	mdash: 0x2014,
	lsquo: 0x2018,
	rsquo: 0x2019,
	sbquo: 0x201a,
	ldquo: 0x201c,
	rdquo: 0x201d,
	bdquo: 0x201e,
	bull: 0x2022,
	hellip: 0x2026,
	prime: 0x2032,
	lsaquo: 0x2039,
	rsaquo: 0x203a,
	euro: 0x20ac,
	trade: 0x2122,
	larr: 0x2190,
	uarr: 0x2191,
	rarr: 0x2192,
	darr: 0x2193,
	minus: 0x2212,
	ne: 0x2260,
	le: 0x2264,
	ge: 0x2265
};

const named = new Map<string, number>([
	...latin.split(' ').map((name, index) => [name, 0xa0 + index] as const),
	...Object.entries(others)
]);

/** The character that `&name;` or `&#number;` stands for (what is between `&` and `;`); undefined when there is none. */
export function entityCharacter(inside: string): string | undefined {
	const number = /^#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(inside);
	const code = number ? parseInt(number[1] ?? number[2]!, number[1] ? 16 : 10) : named.get(inside);
	if (code === undefined || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
	return String.fromCodePoint(code);
}
