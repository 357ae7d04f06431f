import { describe, expect, it } from 'vitest';
import { parseExactly } from '../parse-exactly.ts';
import { settleMessage } from './settle-message.ts';

const BIG = '12345678901234567890';
const settle = (text: string, identifierPaths: readonly string[] = []) =>
  settleMessage(parseExactly(text), 100, { identifierPaths, notes: undefined });

describe('the numbers of a message', () => {
  it('keep their digits where ids stand, and are those of JavaScript elsewhere', () => {
    const text = `{"userId":${BIG},"traits":{"userId":${BIG},"list":[${BIG},2]}}`;
    expect(settle(text, ['/userId'])).toMatchObject({
      value: { userId: BIG, traits: { userId: Number(BIG), list: [Number(BIG), 2] } },
    });
  });

  it('are null beyond what JavaScript has, and nothing else becomes null', () => {
    expect(settle('{"a":1e400,"b":[-1e400,null,"x",true]}')).toMatchObject({
      value: { a: null, b: [null, null, 'x', true] },
    });
    expect(settleMessage({ a: Number.POSITIVE_INFINITY }, 100)).toMatchObject({ value: { a: null } });
    expect(settleMessage(7, 100)).toEqual({ kind: 'settled', value: 7, lostDigits: false });
  });

  it('are told of where they lost digits', () => {
    expect(settleMessage(JSON.parse(`[${BIG}]`), 100)).toMatchObject({ lostDigits: true });
    expect(settleMessage([2 ** 53 - 1], 100)).toMatchObject({ lostDigits: false });
  });
});

describe('a message', () => {
  it('keeps its keys, those of prototypes too', () => {
    const { value } = settle(`{"__proto__":{"userId":${BIG}},"Plan Name":1}`) as { value: object };
    expect(Object.keys(value)).toEqual(['__proto__', 'Plan Name']);
    expect(JSON.stringify(value)).toBe(`{"__proto__":{"userId":${Number(BIG)}},"Plan Name":1}`);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    [3, 'settled'],
    [2, 'too-deep'],
  ])('with three levels is %i levels deep at most: %s', (depth, kind) => {
    expect(settleMessage({ a: [{}] }, depth).kind).toBe(kind);
  });
});
