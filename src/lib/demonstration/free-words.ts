/** What the first simulated residents of Säffle write: staff have read and released it. One gives a number away. */
export const firstWords: readonly string[] = [
	'Gångvägen längs ån är mörk hela vägen från bron till parken.',
	'Det känns tryggare när polisen går till fots på torget.',
	'Jag går omvägen runt tunneln varje kväll efter träningen.',
	'Ring 070-174 06 41 om lampan vid cykelstället, den har varit trasig länge.',
	'Ha fritidsgården öppen på lördagar också.',
	'Fler bänkar där bussarna går, så att man slipper stå ensam och vänta.',
	'Vi äldre går inte ut när det är halt och mörkt.',
	'Bilarna kör för fort förbi skolan på morgnarna.',
	'Skönt att det städas oftare vid stationen nu.',
	'Tack för trygghetsvandringen i höstas, gör fler.'
];

/**
 * What they write later, and nobody has read yet. Some give away somebody, so that the text desk has
 * something to do; every name, number and address is invented, and numbers are of series that nobody has.
 */
export const freeWords: readonly string[] = [
	'Det är mörkt på gångvägen mellan stationen och Medborgarhuset. Fler lampor, tack.',
	'Ring mig gärna på 070-174 06 33 så visar jag var de samlas.',
	'Mopederna kör fort på torget sent på kvällen.',
	'Bra att ni frågar! Det känns lugnare nu än för ett par år sedan.',
	'Jag heter Kim Exempelsson och jag vågar inte gå hem från bussen.',
	'Klipp buskarna vid gångtunneln, man ser ingenting.',
	'Det står alltid en röd bil vid kiosken på nätterna, den har APA 123.',
	'Fler vuxna ute på fredagar. Min dotter går helst inte genom centrum då.',
	'Skriv till mig på nagon.boende(at)example.com om ni vill höra mer.',
	'Lamporna vid skolan har varit trasiga sedan i höstas.',
	'Mitt personnummer är 19121212-1212, kolla min anmälan.',
	'Polisen syns för sällan här ute på Värmlandsnäs.',
	'More lights by the station, please.',
	'Tunneln luktar illa och det är klotter överallt.'
];
