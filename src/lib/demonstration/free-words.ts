/**
 * What simulated residents of Säffle write with their own words. Some give away somebody, so that the text desk has
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
