import { describe, expect, it } from 'vitest';
import type { components as Accepted } from '../generated/push/accepted.ts';
import type { components as Documented } from '../generated/push/types.ts';
import { parseSpec } from './spec.ts';
import { toAcceptedView, toDocumentedView } from './views.ts';

type DocumentedUser = Documented['schemas']['User'];
type AcceptedReference = Accepted['schemas']['UserReference'];

const parse = (yaml: string): unknown => parseSpec(yaml);

describe('The documented view', () => {
  it('leaves out what only clients send', () => {
    const file = parse(
      '{ properties: { a: { type: string }, b: { x-undocumented: true } }, anyOf: [{ x-undocumented: true }, { type: object }, { type: string }] }',
    );
    expect(toDocumentedView(file)).toEqual({
      properties: { a: { type: 'string' } },
      anyOf: [{ type: 'object' }, { type: 'string' }],
    });
  });

  it('makes no choice of the one alternative that is left', () => {
    const choice = 'anyOf: [{ type: array, description: B }, { type: "null", x-undocumented: true }]';
    expect(toDocumentedView(parse(`{ description: A, items: { type: string }, ${choice} }`))).toEqual({
      description: 'B',
      items: { type: 'string' },
      type: 'array',
    });
    const clash = '{ type: [array, string], anyOf: [{ type: array }] }';
    expect(toDocumentedView(parse(clash))).toEqual(parse(clash));
  });

  it('takes the narrower schema where there is one and keeps the description', () => {
    const file = parse(
      '{ description: A list., type: [array, "null"], x-documented: { type: array, items: { x-documented: { type: string } } } }',
    );
    expect(toDocumentedView(file)).toEqual({
      description: 'A list.',
      type: 'array',
      items: { type: 'string' },
    });
  });

  it('has records of the reference, and none of what clients add', () => {
    const user: DocumentedUser = {
      identifier: 'user-7',
      company: { identifier: 'company-3', name: 'Lantern Tools' },
    };
    // @ts-expect-error the reference does not know this attribute
    const seen: DocumentedUser = { identifier: 'user-7', last_seen_at: null };
    expect([user, seen].map(({ identifier }) => identifier)).toEqual(['user-7', 'user-7']);
  });
});

describe('The accepted view', () => {
  it('makes a choice of a schema that wants more of objects', () => {
    const file = parse(
      '{ description: D, type: [string, object, "null"], if: { type: object, minProperties: 1 }, then: { required: [a] } }',
    );
    const empty = { type: 'object', additionalProperties: false };
    expect(toAcceptedView(file)).toEqual({
      description: 'D',
      anyOf: [{ type: ['string', 'null'] }, { required: ['a'] }, empty],
    });
  });

  it('makes a list of a choice between kinds, conditions on objects included', () => {
    const kinds = '[{ type: string }, { type: "null", x-undocumented: true, description: Nothing. }]';
    expect(toAcceptedView(parse(`{ description: D, anyOf: ${kinds} }`))).toEqual({
      description: 'D',
      type: ['string', 'null'],
    });
    const reference = 'anyOf: [{ type: [string, object] }, { type: "null" }], if: { type: object }';
    expect(toAcceptedView(parse(`{ ${reference}, then: { required: [a] } }`))).toEqual({
      anyOf: [{ type: ['string', 'null'] }, { required: ['a'] }],
    });
  });

  it('leaves other conditions alone', () => {
    const file = parse('{ type: object, properties: {}, if: { required: [a] }, then: { required: [b] } }');
    expect(toAcceptedView(file)).toEqual(file);
  });

  it('opens objects of which nothing is known', () => {
    expect(toAcceptedView(parse('{ type: [object, array] }'))).toEqual({
      type: ['object', 'array'],
      additionalProperties: true,
    });
    expect(toAcceptedView(parse('{ type: object, properties: { a: {} } }'))).toEqual({
      type: 'object',
      properties: { a: {} },
    });
  });

  it('has references with all that a record can hold', () => {
    const reference: AcceptedReference = {
      email: 'ada@example.com',
      last_seen_at: 0,
      properties: { plan: 'trial' },
      company: null,
    };
    const empty: AcceptedReference = {};
    // @ts-expect-error a preference is no text
    const wrong: AcceptedReference = { identifier: 7, preferences: 'none' };
    expect([reference, empty, wrong].map((each) => typeof each)).toEqual(['object', 'object', 'object']);
  });
});
