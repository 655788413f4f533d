import { describe, expect, test } from 'vitest';
import { screenColours } from './screen-colours.ts';

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5]
		.map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Light of the room that falls on the wall, as a share of the projector's white: white is seven times black. */
const flare = 1 / 6;

/** What is left of the contrast between two colours on the wall of a lit room. */
function washedOut(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light! + flare) / (dark! + flare);
}

test('a room that leaves 7:1 leaves white seven times as light as black', () => {
	expect(washedOut('#ffffff', '#000000')).toBeCloseTo(7);
});

describe.each(['light', 'dark'] as const)('the %s screen in a lit room', (name) => {
	const c = screenColours[name];

	test.each([
		['text', c.ink, c.paper],
		['second text', c.ink2, c.paper],
		['counts beside a bar', c.ink, c.track],
		['shares beside a bar', c.ink2, c.track],
		['ranks and the code', c.primary, c.paper],
		['text on the strongest colour', c.onPrimary, c.primary],
		['text on the tint', c.ink, c.tint],
		['text on the strip', c.onStrip, c.strip]
	])('keeps 4.5:1 for %s', (_, text, ground) => {
		expect(washedOut(text, ground)).toBeGreaterThanOrEqual(4.5);
	});

	test.each([
		['the longest bars', c.barTop, c.paper],
		['the other bars', c.barRest, c.paper],
		['hatching and brackets', c.border, c.paper]
	])('keeps 3:1 for %s', (_, mark, ground) => {
		expect(washedOut(mark, ground)).toBeGreaterThanOrEqual(3);
	});
});
