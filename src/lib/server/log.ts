import { pino, type Logger } from 'pino';

/** A structured log whose lines name their fields; never answers, addresses, codes or tokens. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** The service's log: one JSON object a line on standard output. Level from `LOG_LEVEL`, `info` by default. */
export const openLog = (level = process.env.LOG_LEVEL ?? 'info'): Log =>
	pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

const nothing = () => undefined;

/** A log that keeps quiet, for tests and short commands. */
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
