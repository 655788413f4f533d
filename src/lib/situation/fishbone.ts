import { bones } from './choice-input.ts';
import type { Cause } from './evidence.ts';
import { fittedWords } from './fitted-words.ts';

/** A cause with what stands below it. */
export interface CauseNode {
	cause: Cause;
	below: CauseNode[];
}

/** The causes of a problem as an outline: bone by bone, each with its own. */
export function outlineOf(causes: readonly Cause[]): { bone: Cause['bone']; nodes: CauseNode[] }[] {
	const under = (parentId: string | null, bone: Cause['bone']): CauseNode[] =>
		causes
			.filter((cause) => cause.parentId === parentId && cause.bone === bone)
			.map((cause) => ({ cause, below: under(cause.id, bone) }));
	return bones.map((bone) => ({ bone, nodes: under(null, bone) }));
}

interface Line {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

/** A word in the drawing, at the start of its line. */
interface Word {
	x: number;
	y: number;
	text: string;
}

export interface BoneDrawing {
	bone: Cause['bone'];
	line: Line;
	/** Where the bone's name stands. */
	name: { x: number; y: number };
	/** A line out to the left of the bone for each cause, and its words above it. */
	ribs: { line: Line; words: Word[] }[];
}

/** A fishbone in a box of `width` × `height`: spine from left to right, two bones above it and one below. */
export interface Fishbone {
	width: number;
	height: number;
	spine: Line;
	bones: BoneDrawing[];
}

const width = 960;
const head = 190;
const ribStep = 46;
const ribLength = 190;
const mostRibs = 6;

/** Draws the outline's first causes; the picture helps the eye, the outline says everything. */
export function drawFishbone(outline: ReturnType<typeof outlineOf>): Fishbone {
	const most = Math.max(1, ...outline.map(({ nodes }) => Math.min(nodes.length, mostRibs)));
	const reach = (most + 1) * ribStep;
	const middle = reach + 36;
	const height = middle * 2;
	const roots = [400, 760, 580];
	const drawn = outline.map(({ bone, nodes }, index): BoneDrawing => {
		const down = index === 2 ? 1 : -1;
		const root = roots[index]!;
		const slope = 70 / reach;
		const end = { x: root - 70, y: middle + down * reach };
		const ribs = nodes.slice(0, mostRibs).map(({ cause }, at) => {
			const away = (at + 1) * ribStep;
			const y = middle + down * away - (down > 0 ? 0 : 4);
			const x = root - slope * away;
			const lines = fittedWords(cause.text, { width: ribLength - 14, size: 15, lines: 2 });
			const words = lines.map((text, line) => ({
				...{ x: x - ribLength, text },
				y: y - 6 - (lines.length - 1 - line) * 16
			}));
			return { line: { x1: x, y1: y, x2: x - ribLength, y2: y }, words };
		});
		const name = { x: end.x, y: end.y + (down > 0 ? 24 : -12) };
		return { bone, line: { x1: root, y1: middle, x2: end.x, y2: end.y }, name, ribs };
	});
	return { width, height, spine: { x1: 16, y1: middle, x2: width - head, y2: middle }, bones: drawn };
}
