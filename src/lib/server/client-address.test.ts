import { describe, expect, test } from 'vitest';
import { clientAddress, proxySettings } from './client-address.ts';

const address = (peer: string, forwarded: string | null, env: Record<string, string> = {}) =>
	clientAddress(peer, () => forwarded, proxySettings(env));
const behindProxy = { ADDRESS_HEADER: 'X-Forwarded-For' };

describe("a client's address", () => {
	test.each([
		['the socket decides without settings', '127.0.0.1', '203.0.113.9', {}, '127.0.0.1'],
		['a trusted proxy is believed', '127.0.0.1', '203.0.113.9', behindProxy, '203.0.113.9'],
		['also over IPv6 sockets', '::ffff:127.0.0.1', '203.0.113.9', behindProxy, '203.0.113.9'],
		['a stranger is not', '198.51.100.7', '203.0.113.9', behindProxy, '198.51.100.7'],
		[
			'a forged entry to the left does not count',
			'127.0.0.1',
			'1.1.1.1, 203.0.113.9',
			behindProxy,
			'203.0.113.9'
		],
		[
			'two proxies deep',
			'127.0.0.1',
			'1.1.1.1, 203.0.113.9, 10.0.0.2',
			{ ...behindProxy, XFF_DEPTH: '2' },
			'203.0.113.9'
		],
		['a missing header means the peer', '127.0.0.1', null, behindProxy, '127.0.0.1'],
		['a malformed header means the peer', '127.0.0.1', 'unknown', behindProxy, '127.0.0.1'],
		[
			'a network can be trusted',
			'10.1.2.3',
			'203.0.113.9',
			{ ...behindProxy, TRUSTED_PROXIES: '10.0.0.0/8' },
			'203.0.113.9'
		]
	])('%s', (_, peer, forwarded, env, expected) => expect(address(peer, forwarded, env)).toBe(expected));
});
