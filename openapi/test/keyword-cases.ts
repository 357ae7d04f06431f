import { parse } from 'yaml';
import type { Schema } from '../generator/spec.ts';

type KeywordCase = {
  readonly schema: Schema;
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
};

const POINTS = '\ud83d\ude00';

/** For each schema, values that it accepts and values that it refuses. */
export const keywordCases: Readonly<Record<string, KeywordCase>> = {
  Referring: {
    schema: { $ref: '#/components/schemas/Text' },
    accepts: ['', 'a'],
    refuses: [1, null, [], {}],
  },
  ReferringAndMore: {
    schema: { $ref: '#/components/schemas/Text', minLength: 2 },
    accepts: ['ab'],
    refuses: ['a', 12, null],
  },
  Text: { schema: { type: 'string' }, accepts: ['', 'a', '\ud800'], refuses: [1, null, true, [], {}] },
  Fraction: { schema: { type: 'number' }, accepts: [0, -1.5, 1e308, 5e-324], refuses: ['1', null, true] },
  Whole: { schema: { type: 'integer' }, accepts: [0, -1, 1e300, 2 ** 53 + 2], refuses: [0.5, '1', null] },
  Switch: { schema: { type: 'boolean' }, accepts: [true, false], refuses: [0, 'true', null] },
  Nothing: { schema: { type: 'null' }, accepts: [null], refuses: [0, '', false, [], {}] },
  List: { schema: { type: 'array' }, accepts: [[], [null]], refuses: [{}, { length: 0 }, 'a'] },
  Thing: {
    schema: { type: 'object' },
    accepts: [{}, JSON.parse('{"__proto__":1}')],
    refuses: [[], null, 'a'],
  },
  Several: {
    schema: { type: ['string', 'integer', 'null'] },
    accepts: ['a', 1, null],
    refuses: [1.5, true, [], {}],
  },
  Enumerated: {
    schema: { enum: ['a', 1, null, false] },
    accepts: ['a', 1, null, false],
    refuses: ['', '1', 0, true, [], {}],
  },
  Constant: { schema: { const: 'a' }, accepts: ['a'], refuses: ['b', ['a'], null] },
  ConstantNull: { schema: { const: null }, accepts: [null], refuses: [0, '', false, {}] },
  ConstantFalse: { schema: { const: false }, accepts: [false], refuses: [0, '', null, true] },
  Inky: {
    schema: { pattern: '\\S' },
    accepts: ['a', ' a ', '\u200b', '\ud800', 1, null, []],
    refuses: ['', ' ', '\u00a0\ufeff'],
  },
  Long: {
    schema: { minLength: 2 },
    accepts: ['ab', `${POINTS}a`, '\ud83d\ud83d', 1, null],
    refuses: ['', 'a', POINTS, '\ud83d'],
  },
  Short: {
    schema: { maxLength: 2 },
    accepts: ['', `${POINTS}${POINTS}`, 123, [1, 2, 3]],
    refuses: ['abc', `${POINTS}ab`, '\udc00\ud83da'],
  },
  High: { schema: { minimum: 2 }, accepts: [2, 1e308, '1', null], refuses: [1.999, -1e308, 0] },
  Low: { schema: { maximum: -2 }, accepts: [-2, -1e308, '9', null], refuses: [-1.999, 1e308] },
  Named: {
    schema: { properties: { name: { type: 'string' } } },
    accepts: [{}, { name: '' }, { other: 1 }, [], 'a', null],
    refuses: [{ name: 1 }, { name: null }],
  },
  Demanding: {
    schema: { required: ['name', 'other'] },
    accepts: [{ name: null, other: 0 }, [], 'a', null],
    refuses: [{}, { name: 1 }, { other: 1, __proto: 1 }],
  },
  DemandingInside: {
    schema: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
    accepts: [{ name: '' }],
    refuses: [{}, { name: null }, [], null],
  },
  OddlyNamed: {
    schema: {
      required: ['a/b~c', '"]; throw 1; //'],
      properties: { 'a/b~c': { type: 'string' }, '${x}`': { type: 'null' } },
    },
    accepts: [{ 'a/b~c': '', '"]; throw 1; //': 1 }, 1],
    refuses: [{}, { 'a/b~c': 1, '"]; throw 1; //': 1 }, { 'a/b~c': '', '"]; throw 1; //': 1, '${x}`': 1 }],
  },
  Filled: {
    schema: { minProperties: 1 },
    accepts: [{ a: 1 }, JSON.parse('{"__proto__":1}'), [], null],
    refuses: [{}],
  },
  Sparse: {
    schema: { maxProperties: 1 },
    accepts: [{}, { a: 1 }, [1, 2]],
    refuses: [{ a: 1, b: 2 }, JSON.parse('{"__proto__":1,"a":1}')],
  },
  Entries: {
    schema: { items: { type: 'string' } },
    accepts: [[], ['a', ''], { 0: 1 }, 'a', null],
    refuses: [[1], ['a', null], [['a']]],
  },
  Holding: {
    schema: { contains: { const: 'a' } },
    accepts: [['a'], [1, 'a'], {}, 'b', null],
    refuses: [[], ['b'], [['a']]],
  },
  HoldingAmong: {
    schema: { contains: { type: 'string' }, items: { type: ['string', 'null'] }, maxItems: 2 },
    accepts: [['a'], [null, 'a']],
    refuses: [[null], ['a', 1], ['a', 'a', 'a']],
  },
  Many: { schema: { minItems: 2 }, accepts: [[1, 1], {}, 'a'], refuses: [[], [1]] },
  Few: { schema: { maxItems: 1 }, accepts: [[], [1], { a: 1, b: 1 }], refuses: [[1, 2]] },
  All: { schema: { allOf: [{ type: 'string' }, { minLength: 1 }] }, accepts: ['a'], refuses: ['', 1] },
  Any: {
    schema: { anyOf: [{ const: 'a' }, { type: 'object', required: ['b'] }] },
    accepts: ['a', { b: 1 }],
    refuses: ['b', {}, 1],
  },
  AnyAndType: {
    schema: { type: 'object', anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    accepts: [{ b: 1 }],
    refuses: [{}, 'a', []],
  },
  Not: { schema: { not: { required: ['a'] } }, accepts: [{}, { b: 1 }], refuses: [{ a: 1 }, 'a', null, []] },
  Conditional: {
    schema: parse('{ if: { type: string }, then: { minLength: 2 }, else: { type: "null" } }'),
    accepts: ['ab', null],
    refuses: ['a', 1, {}],
  },
  ConditionalThen: {
    schema: parse('{ if: { type: string }, then: { minLength: 2 } }'),
    accepts: ['ab', 1, {}],
    refuses: ['a'],
  },
  ConditionalElse: {
    schema: { if: { type: 'string' }, else: { type: 'null' } },
    accepts: ['', null],
    refuses: [1, {}],
  },
  Recursive: {
    schema: {
      type: 'object',
      properties: { inner: { $ref: '#/components/schemas/Recursive' }, leaf: { type: 'string' } },
    },
    accepts: [{}, { inner: { inner: { leaf: 'a' } } }],
    refuses: [{ inner: 1 }, { inner: { inner: { leaf: 1 } } }],
  },
  Annotated: {
    schema: {
      type: 'string',
      format: 'email',
      title: 'T',
      description: 'D',
      default: 'd',
      'x-evidence': 'assumed',
      'x-undocumented': true,
    },
    accepts: ['', 'no email'],
    refuses: [1],
  },
  Open: {
    schema: { additionalProperties: true, properties: { a: { type: 'null' } } },
    accepts: [{ b: 1 }, { a: null }],
    refuses: [{ a: 1 }],
  },
  Refusing: {
    schema: {
      'x-refusal': [{ attribute: 'a', sentence: 'blank' }],
      required: ['a'],
      properties: { a: { pattern: '\\S' } },
    },
    accepts: [{ a: 'x' }, []],
    refuses: [{}, { a: ' ' }],
  },
};
