/** The parts one after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** Two bytes as a number, the higher first; what lies beyond the end counts as zero. */
export const uint16 = (bytes: Uint8Array, at: number): number =>
	((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Four bytes as a number. */
export const uint32 = (bytes: Uint8Array, at: number): number =>
	uint16(bytes, at) * 0x10000 + uint16(bytes, at + 2);
