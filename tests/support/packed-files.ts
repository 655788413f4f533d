import { crc32, deflateRawSync } from 'node:zlib';

interface Lies {
	/** The unpacked size that the entries tell, instead of their own. */
	told?: number;
}

/** A packed file (ZIP) of these entries. */
export function packed(entries: Readonly<Record<string, string | Buffer>>, { told }: Lies = {}): Buffer {
	const files: Buffer[] = [];
	const list: Buffer[] = [];
	let offset = 0;
	for (const [name, text] of Object.entries(entries)) {
		const content = Buffer.from(text);
		const small = deflateRawSync(content);
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(8, 8);
		const sizes = Buffer.alloc(12);
		sizes.writeUInt32LE(crc32(content), 0);
		sizes.writeUInt32LE(small.length, 4);
		sizes.writeUInt32LE(told ?? content.length, 8);
		sizes.copy(local, 14);
		local.writeUInt16LE(Buffer.byteLength(name), 26);
		files.push(local, Buffer.from(name), small);
		const listed = Buffer.alloc(46);
		listed.writeUInt32LE(0x02014b50, 0);
		listed.writeUInt16LE(8, 10);
		sizes.copy(listed, 16);
		listed.writeUInt16LE(Buffer.byteLength(name), 28);
		listed.writeUInt32LE(offset, 42);
		list.push(listed, Buffer.from(name));
		offset += 30 + Buffer.byteLength(name) + small.length;
	}
	const directory = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(entries).length, 8);
	end.writeUInt16LE(Object.keys(entries).length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, directory, end]);
}

/** A packed file that looks like a workbook, with these parts in it. */
export const workbookWith = (parts: Readonly<Record<string, string | Buffer>>, lies?: Lies): Buffer =>
	packed({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', ...parts }, lies);
