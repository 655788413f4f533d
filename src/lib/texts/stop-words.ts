/** Swedish words that say nothing by themselves, in small letters. */
export const stopWords: ReadonlySet<string> = new Set(
	`alla allt alltid alltså andra annan annat att av bara bland blev bli blir blivit borde bra båda både där därför därifrån
	då de dem den denna dess dessa det detta dig din dina dit ditt du dock efter eftersom eller en ens er era ert ett fler
	flera fram från få får fått för före förut gå går gör göra gjort gjorde ganska genom ger ha hade han hans har hela
	helt hen hennes hellre hit hon honom hos hur här i ibland igen in inga ingen inget innan inne inom inte ja jag ju kan
	kanske kom kommer komma kunde kunna lika lite litet man med mellan men mer mera mest mig min mina mindre minst mitt
	mot mycket måste många någon någonting något några när nej ni nog nu nya nån nåt ofta och också olika om oss på redan rätt
	samma sa sedan ser se sig sin sina sitt sen ska skall skulle som snart stor stora så sådan sådana sådant ta tar tas till tills
	tillsammans trots under undan upp ut utan utanför ute vad var vara varandra vare varför varit varje vart vem vems vet vi vid
	vidare vill vilka vilken vilket vilja väldigt vår våra vårt än ändå ännu även är åt över the and men t.ex osv
	vore ville verkar tycker tror tänker känner finns fanns saknas behöver behövs används brukar kommer håller låt låta
	sätt gång gånger del delar sak saker typ liksom faktiskt absolut jätte verkligen sällan aldrig alltför hemskt
	ingenting ingenstans någonstans överallt däremot dessutom därmed hellre enda enbart endast första sista själv
	själva slut samt medan fast fastän tyvärr istället`
		.split(/\s+/)
		.filter(Boolean)
);
