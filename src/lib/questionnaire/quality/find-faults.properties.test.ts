import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyContent, writtenContent } from '#tests/support/draft-arbitraries.ts';
import { saffle } from '#tests/support/faulty-drafts.ts';
import { applyChange } from '../apply-change.ts';
import { checkDefinition } from '../definition.ts';
import { definitionOf } from '../draft-content.ts';
import type { DraftContent } from '../draft.ts';
import { blocksIn, findFaults } from './find-faults.ts';
import { findingId } from './finding.ts';
import { leadingWords } from './leading.ts';
import { secondQuestion } from './two-in-one.ts';

const some = fc.oneof(anyContent, writtenContent);

/** The draft after every press that mends what stops it. */
function pressedOn(content: DraftContent): DraftContent {
	let mended = content;
	for (let presses = 0; presses < 50; presses++) {
		const mend = blocksIn(findFaults(mended, saffle))
			.flatMap(({ mends }) => mends)
			.find((one) => one.kind === 'change');
		if (!mend) return mended;
		mended = applyChange(mended, mend.change).content;
	}
	throw new Error('pressing never comes to an end');
}

test('presses come to an end, and a draft that nothing stops passes what publishing demands', () => {
	let sound = 0;
	fc.assert(
		fc.property(some, (content) => {
			const mended = pressedOn(content);
			if (blocksIn(findFaults(mended, saffle)).length > 0) return;
			sound++;
			expect(checkDefinition(definitionOf(mended))).toMatchObject({ ok: true });
		}),
		{ numRuns: 300 }
	);
	expect(sound).toBeGreaterThan(20);
});

test('a draft that publishing would refuse is stopped', () => {
	fc.assert(
		fc.property(some, (content) => {
			if (checkDefinition(definitionOf(content)).ok) return;
			expect(blocksIn(findFaults(content, saffle))).not.toEqual([]);
		})
	);
});

test('every finding has a mend and a name of its own, and what can be pressed mends it', () => {
	fc.assert(
		fc.property(some, (content) => {
			const findings = findFaults(content, saffle);
			expect(new Set(findings.map(findingId)).size).toBe(findings.length);
			for (const finding of findings) {
				expect(finding.mends).not.toEqual([]);
				for (const mend of finding.mends) {
					if (mend.kind !== 'change') continue;
					const after = findFaults(applyChange(content, mend.change).content, saffle);
					expect(after.map(findingId)).not.toContain(findingId(finding));
				}
			}
		})
	);
});

test('the rules about words read anything', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(secondQuestion(text) ?? '').toBeTypeOf('string');
			expect(leadingWords(text) ?? '').toBeTypeOf('string');
		})
	);
});
