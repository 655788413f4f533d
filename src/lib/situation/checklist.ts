/** The five steps of the method and what is done when each is done; a reminder, never a gate. */
export const checklist = [
	{ step: 'initiate', items: ['decision', 'roles', 'organisation', 'communication'] },
	{ step: 'own', items: ['own-picture', 'staff-dialogues', 'management'] },
	{ step: 'joint', items: ['merged', 'prioritised', 'citizen-dialogues', 'causes', 'agreement'] },
	{
		step: 'carry-out',
		items: ['goals', 'staff-how', 'measures', 'plans', 'pledges', 'follow-up-planned', 'documented']
	},
	{ step: 'follow-up', items: ['how', 'who', 'audience'] }
] as const;

export type StepKey = (typeof checklist)[number]['step'];
export type ItemKey = (typeof checklist)[number]['items'][number];

/** Every item of the checklist. */
export const itemKeys: readonly ItemKey[] = checklist.flatMap(({ items }) => [...items]);

/** What people have ticked: item → the day, and a few words. */
export type Ticked = Partial<Record<ItemKey, { doneOn: string; note: string }>>;
