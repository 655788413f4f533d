/** A walk as a form says it, unchecked: NaN for people that are no number. */
export function readWalkForm(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
	const written = text('participants').trim();
	const participants = written === '' ? null : /^\d{1,3}$/.test(written) ? Number(written) : NaN;
	return { route: text('route'), day: text('day'), participants, about: text('about') };
}

/** The fields of a point and its photo as a form says them, unchecked; everything as it was written besides. */
export async function readPointForm(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '').slice(0, 2000);
	const names = [
		'spot',
		'category',
		'observation',
		'responsible',
		'answer',
		'status',
		'doneOn',
		'alternativeText'
	];
	const values = Object.fromEntries(names.map((name) => [name, text(name)]));
	const { doneOn, alternativeText = '', ...fields } = values;
	const file = form.get('photo');
	const photo = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
	return {
		values,
		point: {
			fields: { ...fields, status: fields.status || 'noted', doneOn: doneOn || null },
			photo: photo && { bytes: photo, alternativeText }
		}
	};
}
