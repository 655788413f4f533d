import { expect, test } from 'vitest';
import { lowerShortPath } from './short-path.ts';

test.each([
	['/D/482913', '/d/482913'],
	['/EN/D/482913', '/en/d/482913'],
	['/D/482913/K7Q2M9XTB4RC', '/d/482913/K7Q2M9XTB4RC'],
	['/en/d/482913', '/en/d/482913']
])('%s is %s', (printed, path) => {
	expect(lowerShortPath(printed)).toBe(path);
});

test.each(['/D', '/Saffle/D/482913', '/DIALOG/482913', '/E/482913', '/saffle/dialog/D/x'])(
	'%s is no short address and stays as it is',
	(path) => {
		expect(lowerShortPath(path)).toBe(path);
	}
);
