import { basename, join, relative } from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import { build, type Plugin, type ResolvedConfig, type Rollup } from 'vite';

const query = '?script';

/** Bundles one script by itself and returns the file it was written to. */
async function bundle(file: string, root: string): Promise<string> {
	const result = await build({
		root,
		configFile: false,
		logLevel: 'error',
		// Not as a library: of those every blank and comment is kept.
		build: {
			write: false,
			target: 'es2022',
			modulePreload: { polyfill: false },
			rollupOptions: { input: file },
			minify: true
		}
	});
	const [output] = (Array.isArray(result) ? result : [result]) as Rollup.RollupOutput[];
	const folder = join(root, '.svelte-kit', 'entry-scripts');
	const target = join(folder, basename(file).replace(/\.ts$/, '.js'));
	await mkdir(folder, { recursive: true });
	await writeFile(target, output!.output[0].code);
	return target;
}

/**
 * Gives pages without client routing a small script of their own: `import url from './name.ts?script'` is the
 * address of that file, bundled and minified, for `<script type="module" src={url}>`.
 */
export function entryScript(): Plugin {
	let config: ResolvedConfig;
	return {
		name: 'entry-script',
		enforce: 'pre',
		configResolved(resolved) {
			config = resolved;
		},
		async resolveId(source, importer) {
			if (!source.endsWith(query)) return null;
			const resolved = await this.resolve(source.slice(0, -query.length), importer, { skipSelf: true });
			return resolved && resolved.id + query;
		},
		async load(id) {
			if (!id.endsWith(query)) return null;
			const file = id.slice(0, -query.length);
			if (config.command === 'serve')
				return `export default ${JSON.stringify('/' + relative(config.root, file))};`;
			const bundled = await bundle(file, config.root);
			return `export { default } from ${JSON.stringify(`${bundled}?url&no-inline`)};`;
		}
	};
}
