import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { closeEnvelope, openEnvelope } from './sealed-envelope.ts';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();

describe('a sealed envelope', () => {
	test('opens to what was put in', () => {
		const value = { answers: { a: 'ja', b: ['x', 'y'] }, background: { age: '16-19' } };
		expect(openEnvelope(key, 'dialogue', closeEnvelope(key, 'dialogue', value))).toEqual(value);
	});

	test('has the same length whatever was answered', () => {
		const lengths = ['', 'a', 'a'.repeat(150)].map((text) => closeEnvelope(key, 'd', { text }).length);
		expect(new Set(lengths).size).toBe(1);
	});

	test('does not open with another key, for another dialogue, or when a bit has changed', () => {
		const envelope = closeEnvelope(key, 'd', 'x');
		const changed = (envelope[30] === 'A' ? 'B' : 'A') + envelope.slice(31);
		expect(() => openEnvelope(newKey(), 'd', envelope)).toThrow();
		expect(() => openEnvelope(key, 'other', envelope)).toThrow();
		expect(() => openEnvelope(key, 'd', envelope.slice(0, 30) + changed)).toThrow();
	});
});
