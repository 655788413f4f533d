const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Common first names, in small letters. Those that are ordinary words too are left out, or stand in `ambiguousNames`. */
export const firstNames = set(`
	adam agneta agnes ahmed aida albin aleksander alexander alexandra alfred ali alice alicia alma alva amanda amina amir
	anders andreas angelica anita ann anna anne annelie annette annika anton arne arvid asta astrid august axel barbro
	bengt berit bernt bertil birgit birgitta bo bodil boel britt britta camilla carin carina carl carolina caroline
	cecilia charlie charlotte christer christian christina christoffer claes conny dan daniel daniela david denise
	dennis ebba edith edvin edward elias elin elina elisabeth ella ellen elliot elsa elvira emelie emil emilia emma
	emmy erik erika ester eva evelina fatima felicia felix filip filippa fredrik frida gabriel gabriella gerd
	gudrun gun gunborg gunilla gunnar gunnel gustav gustaf göran göte hampus hanna hannah hassan hedvig helen helena
	helene henrik henry hilda hilma hugo håkan ibrahim ida inga ingegerd inger ingrid ingvar irene isabell
	isabella isak jakob jasmine jenny jens jerker jesper jessica joakim joel johan johanna johannes john johnny
	jonas jonathan jonny josef josefin josefine julia julian jörgen kajsa kalle karin karl karolina katarina kenneth
	kent kerstin kevin khadija klara klas kjell kristian kristina kristin kristoffer lars lars-erik lasse leif lena
	lennart leo leon liam lilian lilly lina linda linnea linus lisa lisbeth lotta louise lova lovisa lucas ludvig
	lukas madeleine magdalena magnus maja malin malte marcus margareta margit maria mariam marianne marie markus
	martin martina mathias mathilda mattias mats melissa melvin mia michael micke mikael milo milton miriam mohamed
	mohammed molly monica monika moa mustafa märta nadia natalie nathalie nellie nicklas niklas nils nina nora olle olof
	oliver olivia omar oscar oskar otto patricia patrik paulina peter petra pia pernilla pontus ragnar rebecca
	rebecka rickard rikard robert robin roger roland rolf ronja rut sabina saga samira samuel sandra sanna sara
	sarah sebastian signe sigrid simon sofia sofie solveig sonja stefan stina sture sven svante svea susanne tea
	teodor tess therese theo thomas tilda tim tobias tomas tommy tommie tony torbjörn tord torsten tova tove tuva tyra
	ulf ulla ulrika urban ursula vera veronica viktor viktoria vilgot vincent wilhelm wilma william yasmin yngve yusuf yvonne
	zainab zara åke åsa
`);

/** First names that are ordinary words as well: names only before a surname, or after a word that says so. */
export const ambiguousNames = set(`
	per hans maj dag sten stig björn rosa viola love vilda ask frank tor örjan siv bo dan ann mia tim asta
	saga svea urban iris lova alma john leo max kim my ida gun ali elliot charlie robin august jan rune
`);

/** Endings by which a capitalised word is known as a surname. */
export const surnameEnding =
	/(?:s?sson|sen|ström|strøm|bergh?|lund|gren|qvist|quist|kvist|holm|dahl|mark|stedt|strand|blad|blom|fors|feldt|skog|vall|wall|löf|lind|ell|én|elius|enius|ander|bäck|sköld|hjelm|zon|ović|ic|ou|nen)s?$/u;

/** Endings that no other word has. */
export const certainSurname = /\p{L}{2,20}(?:sson|qvist|quist|kvist|ström|blom|gren|lund|stedt|feldt)s?$/u;

/** Words that say that a name follows: people, and what they are to one another. */
export const titles = set(`
	herr fru fröken hr fr doktor dr läkaren sköterskan lärare läraren läraren lärarinnan mentorn rektor rektorn polisassistent
	poliskommissarie polismannen brandman brandmannen granne grannen kompis kompisen kompisar klasskompis klasskompisen
	chefen ordförande ordföranden kommunalråd kommunalrådet hyresvärden vaktmästare vaktmästaren farbror tant moster
	faster morbror farfar farmor mormor morfar brodern systern brorsan syrran bror syster pappa mamma sonen dottern
	sambo sambon maken makan flickvän flickvännen pojkvän pojkvännen familjen fam paret bröderna systrarna killen
	tjejen pojken flickan gubben tanten handläggaren socialsekreteraren kontaktpersonen tränaren ledaren prästen
	väktaren ordningsvakten
`);

/** Two words that say that a name follows. */
export const relations = set(`
	bor-hos bodde-hos bo-hos hemma-hos gift-med sambo-med ihop-med dotter-till son-till barn-till mamma-till pappa-till
	syster-till bror-till kompis-med granne-med granne-till vid-namn släkt-med
`);

/** Words that say that a name follows, whoever it is about. */
export const nameVerbs = set('heter hette kallas kallad kallade namn');

/** What may be called something without being a person. */
export const things =
	/(?:gatan|vägen|skolan|torget|parken|föreningen|laget|klubben|appen|projektet|boken|filmen|orten|byn|staden|kommunen|affären|butiken|restaurangen|krogen|puben|stället|platsen|området|kvarteret|huset|båten|festen|gruppen|företaget|bolaget|tidningen|sidan|kontot|enkäten|dialogen|mötet|linjen|bussen|tåget|den|det|vad|kyrkan|gården|förskolan|hållplatsen|bron|ån|sjön|badet|hallen|stationen|kampanjen|lagen|programmet|sången|spelet|hunden|katten)$/u;

/** Capitalised words that are nobody's name. */
export const notNames = set(`
	polisen polis kommunen region regionen ica coop konsum willys lidl hemköp systembolaget facebook instagram google
	snapchat tiktok swish swedbank nordea handelsbanken försäkringskassan arbetsförmedlingen trafikverket skatteverket
	migrationsverket kriminalvården åklagaren socialtjänsten räddningstjänsten hemtjänsten missing people röda korset
	rädda barnen lions rotary grannsamverkan trygghetsvandring trygghetsvandringen medborgarlöfte medborgarlöftet
	valborg midsommar midsommarafton lucia jul julafton påsk påskafton nyår nyårsafton halloween ramadan advent
	sverige svensk svenska norge norsk norska danmark dansk danska finland finsk finska engelska tyska arabiska europa
	måndag tisdag onsdag torsdag fredag lördag söndag januari februari mars april maj juni juli augusti september
	oktober november december orolig boende förälder pensionär mamma pappa besviken trött arg ledsen en ett vi jag ni du han
	hon hen de den det säfflebo invånare elev elever hyresgäst hyresgästen medborgare granne grannar hund katt
	volvo saab bmw audi toyota tesla mercedes skoda ford kia epa sankt sverigedemokraterna moderaterna centern vänstern
	internet wifi netto pressbyrån espresso max mcdonalds burger king circle preem shell okq8 apoteket vårdcentralen
	hyresgästföreningen säkerhetsrådet brottsförebyggande storgatan torget centrum centralen stationen biblioteket
	kyrkan folkets park ungdomsgården fritidsgården nattvandrarna
`);

/** Endings of streets, schools, houses and companies: what stands before is then no person. */
export const notPersonEnding =
	/(?:gatan|gata|vägen|väg|torget|torg|parken|skolan|skola|kyrkan|gården|hallen|stigen|gränd|gränden|backen|allén|plan|platsen|bron|huset|hemmet|bostäder|hem|bo|fastigheter|föreningen|klubben|bladet|tidningen|posten|verket|kassan|byrån|banken|centret|centrum|området|kommun|kommunen|sjukhuset|stationen|badet|arenan|vallen|butiken|hotellet|restaurangen|kiosken|macken|macks|expressen|linjen|bussarna|region|ån|älven|sjön|viken|ön|udden|berget|dalen|skogen)s?$/u;

/** After these a name belongs to a street, a square or a church. */
export const placeNouns = set(`
	gata gatan gator väg vägen torg torget park parken plats platsen plan skola skolan kyrka kyrkan gränd stig allé
	backe bro kulle källa minne dag kapell tunnel staty stiftelse priset ip arena hall gård led
`);

/** Saints, kings and poets have given streets and schools their names. */
export const honours = set(
	'sankt s:t st kung konung drottning prins prinsessan kronprinsessan tomte jultomten selma'
);

/** Names that everybody knows: shops, books, poets. */
export const knownToAll = set(`
	clas-ohlson kalle-anka peter-pan astrid-lindgren selma-lagerlöf gustaf-fröding gustav-fröding gustav-vasa gustaf-vasa
	olof-palme nils-holgersson pippi-långstrump robin-hood charlie-chaplin karl-gerhard dag-hammarskjöld lilla-my
`);

/** A capitalised word of this kind after a first name makes it a street or a school. */
export const placeEnding =
	/(?:gatan|gata|vägen|väg|torget|torg|skolan|skola|kyrkan|kyrka|parken|park|platsen|plats|gränden|gränd|stigen|stig|allén|allé|gården|kajen|bron|huset)s?$/u;

/** Words of a class, a house or a vitamin: a capital letter after them is no initial. */
export const lettered = set(`
	klass klassen hus plan grupp gruppen avdelning område området punkt kategori vitamin hepatit alternativ sektion uppgång
	uppgången trappa zon typ division port block del spår perrong ingång bilaga figur tabell fråga korpen linje nivå
`);

/** Words that begin a sentence. */
export const openers = set(`
	det den de vi jag han hon hen man en ett på i när om där då sedan så men och eller för att alla ingen inga många
	varför hur vad vem kan ska skulle nu mer inte här efter under över vid från till med utan detta dessa som även folk
	polisen kommunen ungdomar barn bilar trafiken belysningen mörkt
`);
