import { describe, expect, it } from 'vitest';
import { takeCreatedAt, takeText } from './attributes.ts';

const written = '2026-01-12T09:30:00Z';

describe('the moment of signing up', () => {
  it.each([
    ['camel case', { a: 1, createdAt: written, b: 2 }, written, { a: 1, b: 2 }],
    ['snake case', { a: 1, created_at: written }, written, { a: 1 }],
    ['seconds', { createdAt: 1_768_210_200 }, '2026-01-12T09:30:00.000Z', {}],
    ['milliseconds', { created_at: 1_768_210_200_000 }, '2026-01-12T09:30:00.000Z', {}],
    ['null, which removes it', { createdAt: null, a: 1 }, null, { a: 1 }],
    ['both spellings: camel case wins', { created_at: '2025-01-01', createdAt: written }, written, {}],
    [
      'an unreadable spelling beside a readable one',
      { createdAt: {}, created_at: written },
      written,
      { createdAt: {} },
    ],
    ['empty text beside a moment', { createdAt: '', created_at: written }, written, {}],
    ['a moment beside blank text', { createdAt: written, created_at: ' ' }, written, {}],
    ['blank text beside null', { createdAt: ' \t', created_at: null }, null, {}],
    ['null beside a moment', { createdAt: null, created_at: written }, null, {}],
    ['blank text alone', { a: 1, createdAt: ' ' }, undefined, { a: 1 }],
    ['no spelling', { a: 1 }, undefined, { a: 1 }],
    ['a flag', { createdAt: true }, undefined, { createdAt: true }],
    ['a list', { created_at: [written] }, undefined, { created_at: [written] }],
    ['a number no calendar has', { createdAt: 1e300 }, undefined, { createdAt: 1e300 }],
  ])('given as %s', (_, traits, value, rest) => {
    expect(takeCreatedAt(traits)).toStrictEqual({ value, rest });
  });
});

describe('a text attribute', () => {
  it.each([
    ['text', { a: 1, email: 'a@example.com' }, 'a@example.com', { a: 1 }],
    ['empty text', { email: '' }, '', {}],
    ['null, which removes it', { email: null }, null, {}],
    ['nothing', { a: 1 }, undefined, { a: 1 }],
    ['a number', { email: 42 }, undefined, { email: 42 }],
    ['an object', { email: { work: 'a@example.com' } }, undefined, { email: { work: 'a@example.com' } }],
  ])('given as %s', (_, traits, value, rest) => {
    expect(takeText(traits, 'email')).toStrictEqual({ value, rest });
  });

  it('is never found on a prototype', () => {
    expect(takeText(Object.create({ name: 'Inherited' }), 'name').value).toBeUndefined();
  });
});
