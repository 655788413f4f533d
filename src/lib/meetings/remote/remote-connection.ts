/**
 * How the remote itself is connected: `none` where no script runs, `live` by stream, `polling` where streams do not
 * get through, `lost` without network.
 */
export interface OwnConnection {
	how: 'none' | 'live' | 'polling' | 'lost';
	/** When the server was last heard of; milliseconds since 1970. */
	seenAt: number;
}
