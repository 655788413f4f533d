import { expect, test } from 'vitest';
import { listAll, listAny } from './list.ts';

test('only the last of a list has an and or an or before it', () => {
	expect(listAll(['svenska', 'engelska', 'arabiska'], 'sv')).toBe('svenska, engelska och arabiska');
	expect(listAll(['svenska', 'engelska'], 'sv')).toBe('svenska och engelska');
	expect(listAny(['Kim', 'Alex', 'Noor'], 'sv')).toBe('Kim, Alex eller Noor');
	expect(listAny(['Kim', 'Alex', 'Noor'], 'en')).toBe('Kim, Alex or Noor');
	expect(listAll(['svenska'], 'sv')).toBe('svenska');
	expect(listAll([], 'ar')).toBe('');
});
