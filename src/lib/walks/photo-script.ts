/** Longest side of a photo that is sent: enough to see a broken lamp, and quick over a mobile network. */
const longest = 1800;

/** The picture as a smaller JPEG, the right way up; the same file where the browser cannot draw it. */
async function smaller(file: File): Promise<File> {
	const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
	if (!bitmap) return file;
	const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(bitmap.width * scale);
	canvas.height = Math.round(bitmap.height * scale);
	canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85));
	return blob ? new File([blob], 'bild.jpg', { type: 'image/jpeg' }) : file;
}

for (const field of document.querySelectorAll<HTMLInputElement>('input[type=file]'))
	field.addEventListener('change', async () => {
		const [file] = field.files ?? [];
		if (!file) return;
		const held = new DataTransfer();
		held.items.add(await smaller(file));
		field.files = held.files;
	});
