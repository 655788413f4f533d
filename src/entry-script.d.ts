/** The address of a script bundled by itself, see scripts/entry-script.ts. */
declare module '*?script' {
	const url: string;
	export default url;
}
