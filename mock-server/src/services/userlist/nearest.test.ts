import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const NAMES = ['identifier', 'email', 'name', 'properties', 'signed_up_at', 'to'];

describe('the name that was probably meant', () => {
  it.each([
    ['identifer', 'identifier'],
    ['indentifier', 'identifier'],
    ['e_mail', 'email'],
    ['emial', 'email'],
    ['property', null],
    ['propertys', 'properties'],
    ['signedup_at', 'signed_up_at'],
    ['nam', 'name'],
    ['nmae', null],
    ['tos', 'to'],
    ['plan', null],
    ['x', null],
    ['', null],
    ['something_else_entirely', null],
  ])('by "%s" is %s', (name, meant) => {
    expect(nearest(name, NAMES)).toBe(meant);
  });

  it('is the closest, and of those equally close the first', () => {
    expect(nearest('useer', ['users', 'user'])).toBe('user');
    expect(nearest('userz', ['users', 'usera'])).toBe('users');
  });

  it('is none where there are no names', () => {
    expect(nearest('email', [])).toBeNull();
  });
});
