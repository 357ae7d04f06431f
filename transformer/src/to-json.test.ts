import { describe, expect, it } from 'vitest';
import { toJsonObject } from './to-json.ts';

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

describe('copying what a message holds', () => {
  it('keeps every JSON value, nulls included, and the order of keys', () => {
    const traits = { z: null, a: [1, null, { y: false, b: '' }], m: { k: {}, l: [] }, Größe: '🦉' };
    const copied = toJsonObject(traits, 'traits', 2);
    expect(copied).toStrictEqual(traits);
    expect(JSON.stringify(copied)).toBe(JSON.stringify(traits));
  });

  it('shares nothing with the message', () => {
    const traits = { list: [{ a: 1 }] };
    const copied = toJsonObject(traits, 'traits', 2);
    expect(copied).not.toBe(traits);
    expect(copied.list).not.toBe(traits.list);
  });

  it('drops what is undefined, and keeps the places of a list', () => {
    const traits = { a: undefined, b: [1, undefined, 3], c: () => 1, d: Symbol('d') };
    expect(toJsonObject(traits, 'traits', 2)).toStrictEqual({ b: [1, null, 3] });
  });

  it('writes Dates as ISO text and asks other values for their JSON form', () => {
    const traits = { at: new Date(1_768_210_200_000), link: new URL('https://example.com/a') };
    expect(toJsonObject(traits, 'traits', 2)).toStrictEqual({
      at: '2026-01-12T09:30:00.000Z',
      link: 'https://example.com/a',
    });
  });

  it('treats keys that look like machinery as keys', () => {
    const traits = JSON.parse(
      '{"__proto__": {"admin": true}, "constructor": "c", "toJSON": 1, "hasOwnProperty": 2}',
    );
    const copied = toJsonObject(traits, 'traits', 2);
    expect(JSON.stringify(copied)).toBe(JSON.stringify(traits));
    expect(Object.getPrototypeOf(copied)).toBe(Object.prototype);
    expect('admin' in copied).toBe(false);
  });

  it.each([
    ['text', 'traits'],
    ['a list, which is how PHP writes an empty object', []],
    ['null', null],
    ['nothing', undefined],
  ])('takes %s for no entries', (_, value) => {
    expect(toJsonObject(value, 'traits', 2)).toStrictEqual({});
  });

  it.each([
    ['NaN', { plan: { price: Number.NaN } }, /^traits\.plan\.price is NaN, /],
    ['infinity', { 'a b': [0, Number.NEGATIVE_INFINITY] }, /^traits\["a b"\]\[1\] is -Infinity, /],
    ['a bigint', { id: 1n }, /^traits\.id is a bigint, /],
    ['an invalid Date', { at: new Date(Number.NaN) }, /^traits\.at is an invalid date, /],
  ])('refuses %s and says where it is', (_, traits, reason) => {
    expect(() => toJsonObject(traits, 'traits', 2)).toThrow(reason);
  });

  it('refuses a cycle, and takes the same object twice', () => {
    const shared = { a: 1 };
    expect(toJsonObject({ x: shared, y: shared }, 'traits', 2)).toStrictEqual({ x: shared, y: shared });
    const cyclic: Record<string, unknown> = { a: {} };
    cyclic.a = { list: [cyclic] };
    expect(() => toJsonObject(cyclic, 'traits', 2)).toThrow(/^traits\.a\.list\[0\] contains itself, /);
  });

  it('refuses what would nest the body deeper than the API reads', () => {
    expect(toJsonObject(nested(99), 'traits', 2)).toStrictEqual(nested(99));
    expect(() => toJsonObject(nested(100), 'traits', 2)).toThrow(/nested deeper than 100 levels/);
    expect(() => toJsonObject(nested(100_000), 'traits', 2)).toThrow(/nested deeper than 100 levels/);
  });

  it('stops at structures that unfold without end', () => {
    let traits: Record<string, unknown> = {};
    for (let level = 0; level < 40; level += 1) traits = { left: traits, right: traits };
    expect(() => toJsonObject(traits, 'traits', 2)).toThrow(/more than 1000000 values/);
  });

  it('keeps its reasons short, however long a key is', () => {
    const traits = { ['k'.repeat(50_000)]: { ['l'.repeat(50_000)]: Number.NaN } };
    expect(() => toJsonObject(traits, 'traits', 2)).toThrow(/^.{0,330}$/u);
  });
});
