/** The part of pngjs that tests use; the package has no types of its own. */
declare module 'pngjs' {
	interface Picture {
		width: number;
		height: number;
		/** RGBA */
		data: Buffer;
	}
	export const PNG: {
		new (size: { width: number; height: number }): Picture;
		sync: { read: (file: Buffer) => Picture; write: (picture: Picture) => Buffer };
	};
}
