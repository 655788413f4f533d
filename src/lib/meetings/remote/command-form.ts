const text = (form: FormData, name: string): string => {
	const value = form.get(name);
	return typeof value === 'string' ? value.trim() : '';
};

function addition(form: FormData): unknown {
	switch (text(form, 'add')) {
		case 'question':
			return { questionKey: text(form, 'questionKey') };
		case 'hands': {
			const options = text(form, 'handsOptions').split(/\r?\n/);
			return {
				handsOn: text(form, 'handsOn'),
				options: options.map((option) => option.trim()).filter((option) => option !== '')
			};
		}
		case 'pause':
			return { pauseMinutes: Number(text(form, 'pauseMinutes')) };
		default:
			return undefined;
	}
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

/** The counts of a form for hands or dots, by option; only whole numbers from 0 up. */
export function countsOfForm(form: FormData): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const [name, value] of form.entries()) {
		if (!name.startsWith('count:') || typeof value !== 'string' || !/^\d{1,5}$/.test(value.trim())) continue;
		counts[name.slice('count:'.length)] = Number(value);
	}
	return counts;
}

/**
 * What a form of the remote asks for, still to be checked: the button's own command, what is to be added, what was
 * counted, how many are to be simulated, or a PIN. The page and the server read forms alike.
 */
export function commandOfForm(form: FormData): unknown {
	if (form.has('command')) return parsed(text(form, 'command'));
	if (form.has('add')) return { do: 'add', what: addition(form) };
	if (form.has('counted')) return { do: 'count', stepId: text(form, 'counted'), counts: countsOfForm(form) };
	if (form.has('simulate')) return { do: 'simulate', count: Number(text(form, 'simulate')) };
	return form.has('pin') ? { do: 'unlock', pin: text(form, 'pin') } : undefined;
}
