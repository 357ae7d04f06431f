import { describe, expect, it } from 'vitest';
import { fieldOf, isAnonymous, readIdentifier, readSentType, readType } from './message.ts';

describe('the type of a message', () => {
  it.each([
    ['identify', 'identify'],
    ['Identify', 'identify'],
    ['GROUP', 'group'],
    [' track\n', 'track'],
    ['Page', 'page'],
    ['screen', 'screen'],
    ['alias', 'alias'],
  ])('%j is read as %s', (type, expected) => {
    expect(readType({ type })).toBe(expected);
  });

  it.each([
    ['missing', {}, 'The message has no type: set type to identify, group or track.'],
    ['null', { type: null }, 'The message has no type: set type to identify, group or track.'],
    ['blank', { type: ' ' }, 'The message has no type: set type to identify, group or track.'],
    ['a number', { type: 1 }, 'The message has no type: set type to identify, group or track.'],
    [
      'that of a batch',
      { batch: [] },
      'The message has no type: hand over the messages of a batch one by one.',
    ],
    ['unknown', { type: 'merge' }, 'The type "merge" is not known: set type to identify, group or track.'],
    [
      'unknown, in its own spelling',
      { type: ' PageView ' },
      'The type "PageView" is not known: set type to identify, group or track.',
    ],
    [
      'a key of objects',
      { type: 'constructor' },
      'The type "constructor" is not known: set type to identify, group or track.',
    ],
  ])('is refused when it is %s', (_, message, reason) => {
    expect(() => readType(message)).toThrow(reason);
  });

  it('is quoted only in part when it is endless', () => {
    expect(() => readType({ type: 'x'.repeat(100_000) })).toThrow(/^The type "x{60}…" is not known/);
  });
});

describe('an identifier', () => {
  it.each([['user-1'], [' user 1 '], ['0'], ['a@example.com'], [0], [-1], [42], [1.5], ['__proto__']])(
    'is kept exactly as given: %j',
    (id) => {
      expect(readIdentifier(id, 'userId')).toBe(id);
      expect(isAnonymous({ userId: id })).toBe(false);
    },
  );

  it.each([[undefined], [null], [''], ['  '], ['\t\n']])('is absent when it is %j', (id) => {
    expect(readIdentifier(id, 'userId')).toBeUndefined();
    expect(isAnonymous({ userId: id, anonymousId: 'anonymous-1' })).toBe(true);
  });

  it.each([
    [true, 'a boolean'],
    [['user-1'], 'a list'],
    [{ id: 1 }, 'an object'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
    [1n, 'a bigint'],
    [() => 1, 'a function'],
  ])('is refused when no id can be of its kind', (id, kind) => {
    expect(() => readIdentifier(id, 'userId')).toThrow(
      `userId is ${kind}: send the id as text or as a number.`,
    );
  });
});

it('an identifier of minus zero is zero, as in JSON', () => {
  expect(readIdentifier(-0, 'userId')).toBe(0);
});

describe('a field of a message', () => {
  it('is found along own keys, on objects without a prototype too', () => {
    const bare = Object.assign(Object.create(null), { groupId: 'g' });
    expect(fieldOf({ context: bare }, 'context', 'groupId')).toBe('g');
  });

  it.each([
    ['an inherited key', Object.create({ userId: 'inherited' }), ['userId']],
    ['a key every object has', {}, ['constructor']],
    ['a key of text', { context: 'text' }, ['context', 'length']],
    ['a key of a list', { context: ['g'] }, ['context', '0']],
    ['a key of nothing', null, ['context']],
  ])('is undefined for %s', (_, value, keys) => {
    expect(fieldOf(value, ...keys)).toBeUndefined();
  });
});

describe('the type of a message that becomes requests', () => {
  it.each([
    ['identify', 'identify'],
    [' Group ', 'group'],
    ['TRACK', 'track'],
    ['page', undefined],
    ['merge', undefined],
    [7, undefined],
  ])('%j is read as %j', (type, expected) => {
    expect(readSentType({ type })).toBe(expected);
  });
});
