import type { PointInput } from '../walks/walk.ts';

type Seen = [spot: string, category: PointInput['category'], observation: string];
type Answered = [status: PointInput['status'], responsible: string, answer: string];

/** A stop in two lines: what was seen, and what came of it. */
const stop = (
	[spot, category, observation]: Seen,
	[status, responsible, answer]: Answered,
	doneOn: string | null = null
): PointInput => ({ spot, category, observation, status, responsible, answer, doneOn });

/** A made-up walk that has been walked in Säffle; what was mended first, on the day that is given. */
export const walkedRoute = {
	route: 'Stationen–Gångtunneln–Torget',
	participants: 14,
	about:
		'Boende, kommunen och polisen gick tillsammans efter mörkrets inbrott. Vandringen är ett påhittat exempel.',
	stops: (doneOn: string): PointInput[] => [
		stop(
			['Stationens framsida', 'light', 'Två av fem lampor är släckta. Trappan ligger i mörker.'],
			['done', 'Kommunens gatuenhet', 'Lamporna är bytta.'],
			doneOn
		),
		stop(
			['Gångtunneln', 'visibility', 'Buskarna skymmer sikten på båda sidor. Ingen ser in från vägen.'],
			['ongoing', 'Kommunens parkenhet', 'Buskarna klipps ner i höst. Hälften är klart.']
		),
		stop(
			['Gångtunneln', 'damage', 'Klotter på väggarna och ett trasigt räcke.'],
			['planned', 'Kommunens fastighetsenhet', 'Väggarna målas om i vår.']
		),
		stop(
			['Cykelbanan vid skolan', 'traffic', 'Mopeder kör fort här på kvällarna.'],
			['planned', 'Polisen i Säffle', 'Trafikkontroller läggs på fredagskvällar.']
		),
		stop(
			['Parkeringen bakom torget', 'meeting-place', 'Många samlas i bilar. En bom önskas.'],
			['declined', 'Kommunens gatuenhet', 'En bom stoppar sophämtningen. Platsen får bättre ljus i stället.']
		),
		stop(['Torget', 'good', 'Nya bänkar och öppna fönster gör att det känns tryggt.'], ['noted', '', ''])
	]
};

/** A walk that is to come; nobody has seen anything yet. */
export const plannedRoute = {
	route: 'Norra Säffle, skolan och idrottsplatsen',
	about: 'Vi samlas vid skolans entré. Ta med ficklampa. Vandringen är ett påhittat exempel.'
};
