import * as v from 'valibot';
import { bones, remits } from '#lib/situation/choice-input.ts';
import { evidenceKinds } from '#lib/situation/evidence.ts';
import { sectionKeys, sides } from '#lib/situation/picture.ts';
import { sources, strengths } from '#lib/situation/problem.ts';

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Ids of pieces of evidence, listed in `evidence`. */
const rests = v.array(v.string());
const text = v.string();

const block = v.variant('kind', [
	v.strictObject({ kind: v.literal('text'), text }),
	v.strictObject({ kind: v.literal('quote'), text, from: text }),
	v.strictObject({
		...{ kind: v.literal('table'), caption: text },
		...{ columns: v.array(text), rows: v.array(v.array(text)) }
	}),
	v.strictObject({ kind: v.literal('evidence'), evidence: text, note: text })
]);

/** A published situation picture, as `GET /api/v1/places/{code}/situation` answers. */
export const situationSchema = v.strictObject({
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	...{ title: text, from: day, to: day, publishedOn: day, dialogues: v.array(text) },
	signatures: v.array(v.strictObject({ side: v.picklist(sides), title: text, signedOn: day })),
	sections: v.array(v.strictObject({ key: v.picklist(sectionKeys), blocks: v.array(block) })),
	problems: v.array(
		v.strictObject({
			name: text,
			verdict: v.picklist(['agree', 'differ', 'one-source']),
			score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
			sources: v.array(
				v.strictObject({
					source: v.picklist(sources),
					strength: v.nullable(v.picklist(strengths)),
					reason: v.nullable(text),
					evidence: rests
				})
			)
		})
	),
	causes: v.array(
		v.strictObject({
			...{ id: text, bone: v.picklist(bones), text, parent: v.nullable(text), problem: text },
			evidence: rests
		})
	),
	focusAreas: v.array(
		v.strictObject({
			...{ name: text, why: text, remit: v.picklist(remits), validFrom: day, validTo: v.nullable(day) },
			...{ evidence: rests, causes: v.array(text) }
		})
	),
	evidence: v.array(
		v.strictObject({
			...{ id: text, kind: v.picklist(evidenceKinds), statement: text, figure: v.nullable(text) },
			...{ n: v.nullable(count), day, selection: text, source: text, href: v.nullable(text) },
			withdrawn: v.boolean()
		})
	)
});
