import hierarchy from './hierarchy.json' with { type: 'json' };
import localities from './localities.json' with { type: 'json' };
import municipalities from './municipalities.json' with { type: 'json' };
import population from './population.json' with { type: 'json' };
import regso from './regso.json' with { type: 'json' };

/** Code, name, official name, slug, police region, local police area, whether that is confirmed, inhabitants. */
type MunicipalityLine = [string, string, string, string, string, string | null, 0 | 1 | null, number];

/** Slug, name, police region, police area, whether the name is confirmed, how many members are known. */
type LocalPoliceAreaLine = [string, string, string, string, 0 | 1, 'all' | 'some' | 'city-part'];

/** Both sexes from 0–4, men from 15–19, women from 15–19; one number per age band. */
type PopulationLine = [number[], number[], number[]];

/** The shipped facts about Sweden's places, as README.md beside this file describes them. */
export const referenceData = {
	counties: hierarchy.counties as Record<string, string>,
	policeRegions: hierarchy.policeRegions as Record<string, string>,
	localPoliceAreas: hierarchy.localPoliceAreas as unknown as LocalPoliceAreaLine[],
	municipalities: municipalities.municipalities as unknown as MunicipalityLine[],
	/** Municipality code → areas, each the rest of the code and the name. */
	regso: regso.municipalities as unknown as Record<string, [string, string][]>,
	/** Municipality code → localities, each the rest of the code, the name and the inhabitants. */
	localities: localities.municipalities as unknown as Record<string, [string, string, number][]>,
	population: {
		countedOn: population.countedOn,
		ageBands: population.ageBands,
		byMunicipality: population.municipalities as unknown as Record<string, PopulationLine>
	}
};
