import { parseArgs } from 'node:util';
import { StartFailure } from './start-failure.ts';

export interface Flags {
	port: number;
	/** Throw the demonstration data away and fill anew. */
	fresh: boolean;
	/** Simulated residents answer all the time. */
	live: boolean;
}

/**
 * Reads `--port N --fresh --live`; the port is `PORT` or 3000 when not given.
 * @throws StartFailure for anything else.
 */
export function readFlags(args: string[] = process.argv.slice(2)): Flags {
	const flag = { type: 'boolean', default: false } as const;
	try {
		const { values } = parseArgs({ args, options: { port: { type: 'string' }, fresh: flag, live: flag } });
		const port = Number(values.port ?? process.env.PORT ?? 3000);
		if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error('port');
		return { port, fresh: values.fresh, live: values.live };
	} catch {
		throw new StartFailure(
			'Kommandot förstår --port med ett tal från 1 till 65535, --live och --fresh, men inget annat.'
		);
	}
}
