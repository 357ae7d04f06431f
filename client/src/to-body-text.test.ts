import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBodyText } from './to-body-text.ts';

const limit = 102_400;

function faultOf(body: unknown, limitBytes = limit) {
  const written = toBodyText(body, limitBytes);
  return written.ok ? undefined : { code: written.fault.code, path: written.fault.path };
}

describe('a body', () => {
  it('is the JSON of the payload', () => {
    const payload = { identifier: 'user-1', properties: { plan: 'pro', seats: 3, trial: null } };
    expect(toBodyText(payload, limit)).toEqual({ ok: true, text: JSON.stringify(payload) });
  });

  it('is written exactly as JSON.stringify writes any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(toBodyText(value, 1e9)).toEqual({ ok: true, text: JSON.stringify(value) });
      }),
      { seed: 4 },
    );
  });

  it('may have 102,400 bytes and not one more', () => {
    const bodyOf = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });
    expect(faultOf(bodyOf(102_400))).toBeUndefined();
    expect(faultOf(bodyOf(102_401))).toEqual({ code: 'body_too_large', path: '' });
  });

  it('is measured in UTF-8 bytes, not in characters', () => {
    expect(faultOf('é'.repeat(10), 22)).toBeUndefined();
    expect(faultOf('é'.repeat(10), 21)).toEqual({ code: 'body_too_large', path: '' });
    expect(faultOf('🦊', 6)).toBeUndefined();
    expect(faultOf('🦊', 5)).toEqual({ code: 'body_too_large', path: '' });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Object(Number.NaN)])(
    'is refused with the path of the number %s',
    (number) => {
      expect(faultOf({ properties: { list: [1, { 'a/b~c': number }] } })).toEqual({
        code: 'non_finite_number',
        path: '/properties/list/1/a~1b~0c',
      });
    },
  );

  it('names the place of a value that is shared by two', () => {
    const shared = { ok: 1 };
    expect(faultOf({ a: shared, b: { c: shared, d: Number.NaN } })).toEqual({
      code: 'non_finite_number',
      path: '/b/d',
    });
  });

  it('looks at what toJSON gives', () => {
    expect(faultOf({ when: new Date(0), price: { toJSON: () => 9.5 } })).toBeUndefined();
    expect(faultOf({ price: { toJSON: () => Number.NaN } })).toEqual({
      code: 'non_finite_number',
      path: '/price',
    });
  });

  it('is refused for an invalid date, which JSON would turn into null', () => {
    expect(faultOf({ signed_up_at: new Date(Number.NaN) })).toEqual({
      code: 'not_json',
      path: '/signed_up_at',
    });
  });

  it('is refused for a BigInt', () => {
    expect(faultOf({ identifier: 42n })).toEqual({ code: 'not_json', path: '/identifier' });
  });

  it('is refused when it holds itself, nests without end or throws while written', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    let deep: unknown = {};
    for (let level = 0; level < 200_000; level += 1) deep = [deep];
    const throwing = {
      toJSON() {
        throw new Error('no');
      },
    };
    for (const body of [circle, deep, throwing])
      expect(faultOf(body)).toEqual({ code: 'not_json', path: '' });
  });

  it.each([[undefined], [() => 1], [Symbol('x')]])('is refused when it is %s', (body) => {
    expect(faultOf(body)).toEqual({ code: 'not_json', path: '' });
  });
});
