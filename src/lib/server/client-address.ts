import { BlockList, isIP } from 'node:net';

/** How the server learns a client's address behind a proxy. */
export interface ProxySettings {
	/** The header that the proxy sets, e.g. `x-forwarded-for`; undefined: only the socket counts. */
	header: string | undefined;
	/** Which entry counts, from the right: 1 is what the nearest proxy saw. */
	depth: number;
	/** Peers whose header is believed. */
	trusted: BlockList;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** From `TRUSTED_PROXIES` (addresses or networks in CIDR, separated by commas); loopback when it is not set. */
function trustedProxies(list: string): BlockList {
	const trusted = new BlockList();
	for (const entry of list.split(',').map((part) => part.trim())) {
		const [address = '', bits] = entry.split('/');
		const family = isIP(address);
		if (family === 0) continue;
		const type = family === 6 ? 'ipv6' : 'ipv4';
		if (bits === undefined) trusted.addAddress(address, type);
		else trusted.addSubnet(address, Number(bits), type);
	}
	return trusted;
}

/** The settings from the environment: `ADDRESS_HEADER`, `XFF_DEPTH`, `TRUSTED_PROXIES`. */
export const proxySettings = (env: Record<string, string | undefined>): ProxySettings => ({
	header: env.ADDRESS_HEADER?.toLowerCase() || undefined,
	depth: Math.max(1, Number(env.XFF_DEPTH ?? 1) || 1),
	trusted: trustedProxies(env.TRUSTED_PROXIES ?? '127.0.0.0/8,::1')
});

/**
 * The client's address: the peer's own, unless the peer is a trusted proxy and its header names one.
 * A missing or malformed header means the peer's own address, never an error.
 */
export function clientAddress(
	peer: string,
	header: (name: string) => string | null | undefined,
	{ header: name, depth, trusted }: ProxySettings
): string {
	const own = plain(peer);
	if (!name || isIP(own) === 0 || !trusted.check(own, isIP(own) === 6 ? 'ipv6' : 'ipv4')) return own;
	const entries = (header(name) ?? '').split(',').map((entry) => plain(entry.trim()));
	const named = entries.at(-depth) ?? '';
	return isIP(named) === 0 ? own : named;
}
