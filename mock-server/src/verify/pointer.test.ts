import { describe, expect, it } from 'vitest';
import { createUserlistEngine } from '../userlist.ts';
import { decodePointer, hasAt, likelyPointer, normalisePointer } from './pointer.ts';

const { normalise } = createUserlistEngine().service;

const stepsOf = (text: string): readonly string[] => decodePointer(text)?.steps ?? ['(none)'];

describe('a JSON Pointer', () => {
  it.each([
    ['', []],
    ['/', ['']],
    ['/a/b', ['a', 'b']],
    ['/a~1b/~0', ['a/b', '~']],
    ['/~01', ['~1']],
    ['/0/-', ['0', '-']],
  ])('%j has the steps %j', (text, steps) => {
    expect(stepsOf(text)).toEqual(steps);
  });

  it.each([
    ['properties.plan', '/properties/plan'],
    ['properties/plan', '/properties/plan'],
    ['plan', '/plan'],
    ['$.properties.plan', '/properties/plan'],
    ['#/properties/plan', '/properties/plan'],
    ['companies[0].name', '/companies/0/name'],
    ['/a~b', '/a~0b'],
    ['./plan', '/plan'],
  ])('is not %j, but perhaps %j', (text, likely) => {
    expect(decodePointer(text)).toBeNull();
    expect(likelyPointer(text)).toBe(likely);
    expect(decodePointer(likely)).not.toBeNull();
  });

  it.each([
    ['/properties/planName', '/properties/plan_name'],
    ['/Properties/Plan Name', '/properties/plan_name'],
    ['/companies/0/signedUpAt', '/companies/0/signed_up_at'],
    ['/properties/a~1B', '/properties/a_b'],
    ['/properties/__proto__', '/properties/proto'],
    ['/properties/日本', '/properties/日本'],
    ['', ''],
  ])('%j means %j in a stored body', (text, stored) => {
    const pointer = decodePointer(text);
    expect(pointer && normalisePointer(pointer, normalise)).toEqual(decodePointer(stored));
  });

  it.each([
    ['', true],
    ['/a', true],
    ['/a/b', true],
    ['/a/none', true],
    ['/a/b/0', true],
    ['/a/b/1/c', true],
    ['/a/b/2', false],
    ['/a/b/-', false],
    ['/a/b/00', false],
    ['/a/b/length', false],
    ['/toString', false],
    ['/a/constructor', false],
    ['/a/b/0/x', false],
    ['/a/none/x', false],
  ])('%j leads to something: %j', (text, expected) => {
    expect(hasAt({ a: { b: [1, { c: false }], none: null } }, stepsOf(text))).toBe(expected);
  });

  it('leads nowhere in a body that could not be read', () => {
    expect(hasAt(undefined, [])).toBe(false);
  });
});
