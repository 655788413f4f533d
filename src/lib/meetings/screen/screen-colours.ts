/** What the big screen is painted with. A projector in a lit room washes out: see the contrasts that its test holds. */
export interface ScreenColours {
	paper: string;
	ink: string;
	ink2: string;
	line: string;
	border: string;
	primary: string;
	onPrimary: string;
	tint: string;
	barTop: string;
	barRest: string;
	track: string;
	strip: string;
	onStrip: string;
}

export const screenColours: Record<'light' | 'dark', ScreenColours> = {
	light: {
		paper: '#ffffff',
		ink: '#0a1418',
		ink2: '#2b3a40',
		line: '#b9c4c6',
		border: '#3f4e54',
		primary: '#063c4a',
		onPrimary: '#ffffff',
		tint: '#d7e8eb',
		barTop: '#063c4a',
		barRest: '#4e8494',
		track: '#e8eceb',
		strip: '#ffc845',
		onStrip: '#0a1418'
	},
	dark: {
		paper: '#0a1418',
		ink: '#f4f8f8',
		ink2: '#d5e0e3',
		line: '#3d5058',
		border: '#b3c4ca',
		primary: '#b4e8f1',
		onPrimary: '#06222a',
		tint: '#10313b',
		barTop: '#b4e8f1',
		barRest: '#7fa9b5',
		track: '#16262c',
		strip: '#ffc845',
		onStrip: '#0a1418'
	}
};

const propertyOf: Record<keyof ScreenColours, string> = {
	paper: '--paper',
	ink: '--ink',
	ink2: '--ink-2',
	line: '--line',
	border: '--border',
	primary: '--primary',
	onPrimary: '--on-primary',
	tint: '--tint',
	barTop: '--bar-top',
	barRest: '--bar-rest',
	track: '--bar-track',
	strip: '--strip',
	onStrip: '--on-strip'
};

/** The colours as custom properties of a style attribute. */
export const colourStyle = (colours: 'light' | 'dark'): string =>
	Object.entries(screenColours[colours])
		.map(([name, value]) => `${propertyOf[name as keyof ScreenColours]}: ${value}`)
		.join('; ');
