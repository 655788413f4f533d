import * as v from 'valibot';
import type { DeviceCommand } from './commands.ts';

const id = v.pipe(v.string(), v.maxLength(30));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
const what = v.union([
	v.strictObject({ again: id }),
	v.strictObject({ questionKey: v.pipe(v.string(), v.maxLength(100)) }),
	v.strictObject({ handsOn: words, options: v.pipe(v.array(words), v.minLength(1), v.maxLength(6)) }),
	v.strictObject({ pauseMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)) })
]);
const bare = <const T extends string>(name: T) => v.strictObject({ do: v.literal(name) });

/** What a remote sends; members that are not listed are refused. */
export const commandSchema = v.variant('do', [
	bare('start'),
	v.strictObject({ do: v.literal('go'), stepId: id }),
	bare('close'),
	bare('undo'),
	bare('grow'),
	bare('reveal'),
	bare('freeze'),
	bare('hide-results'),
	bare('blank'),
	bare('unblank'),
	v.strictObject({
		do: v.literal('extend'),
		seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600))
	}),
	v.strictObject({ do: v.literal('add'), what }),
	bare('end'),
	bare('lock'),
	v.strictObject({ do: v.literal('unlock'), pin: v.pipe(v.string(), v.maxLength(20)) }),
	bare('hand-over'),
	v.strictObject({
		do: v.literal('count'),
		stepId: id,
		counts: v.record(
			v.pipe(v.string(), v.maxLength(100)),
			v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
		)
	}),
	v.strictObject({
		do: v.literal('simulate'),
		count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))
	})
]) satisfies v.GenericSchema<unknown, DeviceCommand>;
