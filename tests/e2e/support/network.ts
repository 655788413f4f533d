import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be lost as a network is: nothing gets through, and nobody is told. */
export interface Network {
	origin: string;
	/** From now on all that is sent is lost, and no new connection comes about. */
	cut: () => void;
	/** New connections get through again; those of before stay dead. */
	mend: () => void;
	close: () => void;
}

/** Opens a way to the server on that port. */
export async function openNetwork(port: number): Promise<Network> {
	let dead = false;
	const open = new Set<Socket>();
	const server = createServer((outer) => {
		open.add(outer);
		outer.on('error', () => undefined);
		// Lost for good, also when the network is mended.
		if (dead) return void outer.pause();
		const inner = connect(port);
		open.add(inner);
		inner.on('error', () => undefined);
		outer.on('data', (bytes) => !lost.has(outer) && inner.write(bytes));
		inner.on('data', (bytes) => !lost.has(outer) && outer.write(bytes));
		inner.on('close', () => !lost.has(outer) && outer.destroy());
		outer.on('close', () => inner.destroy());
	});
	const lost = new Set<Socket>();
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		cut: () => {
			dead = true;
			for (const socket of open) lost.add(socket);
		},
		mend: () => {
			dead = false;
		},
		close: () => {
			for (const socket of open) socket.destroy();
			server.close();
		}
	};
}
