const verbs = (rows: string): ReadonlySet<string> => new Set(rows.trim().split(/\s+/));

/** Finite forms of verbs that questions to residents are made of: what can follow "och" and begin a second question. */
export const finiteVerbs = verbs(`
	är var vore blir blev har hade får fick ska skulle vill ville kan kunde bör borde måste behöver behövde
	gör gjorde går gick kommer kom ser såg hör hörde känner kände tycker tyckte anser ansåg tror trodde vet visste
	upplever upplevde märker märkte litar litade brukar brukade använder använde arbetar arbetade jobbar jobbade
	bor bodde vistas åker åkte cyklar cyklade rör rörde undviker undvek avstår avstod väljer valde finns fanns
	fungerar fungerade räcker räckte hjälper hjälpte lyssnar lyssnade svarar svarade agerar agerade tar tog
	ger gav håller höll når nådde syns syntes märks märktes känns kändes händer hände sker skedde
	saknar saknade önskar önskade föreslår föreslog prioriterar prioriterade anmäler anmälde polisanmäler polisanmälde kontaktar kontaktade
	pratar pratade talar talade berättar berättade deltar deltog stör störde oroar oroade påverkar påverkade
	ökar ökade minskar minskade ändrar ändrade förändras förändrades förbättras förbättrades sköter skötte
	städar städade plogar plogade lagar lagade bryr brydde samarbetar samarbetade informerar informerade
	hindrar hindrade gäller gällde beror berodde kostar kostade leder ledde betyder betydde stämmer stämde
	instämmer upplevs upplevdes bemöts bemöttes drabbas drabbades utsätts utsattes vågar vågade törs
`);

/** Supines: "har du sett och anmält". */
export const supines = verbs(`
	sett hört anmält polisanmält gjort blivit utsatts fått ringt pratat talat märkt känt upplevt besökt använt kontaktat
	deltagit hjälpt tipsat berättat drabbats ändrat undvikit avstått förändrats förbättrats ökat minskat
`);

/** Infinitives: "kan du tänka dig att anmäla och vittna". */
export const infinitives = verbs(`
	anmäla vittna tipsa kontakta delta hjälpa berätta ingripa betala städa prata samarbeta informera lyssna agera
	bygga laga röja förbättra prioritera satsa minska öka stärka stödja följa
`);

/** Verbs of moving and resting that join another with "och" and mean one thing: "går och lägger sig". */
export const joiningVerbs = verbs(`
	går gick gå gått kommer kom komma kommit sitter satt sitta står stod stå ligger låg ligga åker åkte åka
	ringer ringde ringa springer försöker försökte försöka tar tog ta reser hänger stannar
`);

/** What one can be, in one word, in questions about a place, an office or a feeling. */
export const qualities = verbs(`
	trygg tryggt trygga otrygg otryggt otrygga säker säkert säkra osäker osäkert ren rent rena snygg snyggt snygga
	fin fint fina vacker vackert vackra synlig synligt synliga tillgänglig tillgängligt tillgängliga
	snabb snabbt snabba lätt enkel enkelt enkla tydlig tydligt tydliga begriplig begripligt begripliga
	bra god gott goda dålig dåligt dåliga belyst belysta välskött välskötta välstädad välstädat mörk mörkt mörka
	smutsig smutsigt smutsiga rädd rädda orolig oroligt oroliga nöjd nöjda missnöjd missnöjda trevlig trevligt
	trevliga hjälpsam hjälpsamt hjälpsamma viktig viktigt viktiga rolig roligt roliga lugn lugnt lugna
	störande farlig farligt farliga stressad stressade ledsen ensam ensamt ensamma aktiv aktivt aktiva engagerad
	engagerade kunnig kunniga rättvis rättvist rättvisa pålitlig pålitligt pålitliga professionell professionellt
	professionella effektiv effektivt effektiva ändamålsenlig stor stort stora modern modernt moderna bekväm bekvämt
	respektfull respektfullt respektfulla välkommen välkomna delaktig delaktiga informerad informerade
`);
