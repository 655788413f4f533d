/** Makes photos small on the phone before they are sent. Loaded by the pages of a walk's points; nothing imports it. */

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

/** What is being made smaller, by the form it is sent with. */
const underWay = new Map<HTMLFormElement | null, Promise<void>>();

async function replaceIn(field: HTMLInputElement, file: File): Promise<void> {
	const held = new DataTransfer();
	held.items.add(await smaller(file));
	if (field.files?.[0] === file) field.files = held.files;
	underWay.delete(field.form);
}

document.addEventListener('change', ({ target }) => {
	if (!(target instanceof HTMLInputElement) || target.type !== 'file') return;
	const [file] = target.files ?? [];
	if (file) underWay.set(target.form, replaceIn(target, file));
});

// Whoever is quick waits for the small picture instead of sending the large one.
document.addEventListener(
	'submit',
	(event) => {
		const form = event.target as HTMLFormElement;
		const working = underWay.get(form);
		if (!working) return;
		event.preventDefault();
		event.stopPropagation();
		void working.then(() => form.requestSubmit(event.submitter));
	},
	{ capture: true }
);
