import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toSmallSpec } from '../test/small-spec.ts';
import { toPushFiles } from './files.ts';
import { assertHonouredKeywords } from './keywords.ts';
import type { Schema, Spec } from './spec.ts';

const [pushApi = '', incomingApi = ''] = await Promise.all(
  ['push', 'incoming'].map((name) => readFile(join(import.meta.dirname, `../${name}-api.yaml`), 'utf8')),
);

/** Schemas that nobody may write, since the generator would ignore a part of them; as a file may hold them, so untyped. */
const refused: readonly [string, unknown, RegExp][] = [
  ['an unknown keyword', { multipleOf: 2 }, /"multipleOf" at Body\./],
  [
    'an unknown keyword far inside',
    { properties: { a: { items: { anyOf: [{ oneOf: [] }] } } } },
    /"oneOf" at Body\/properties\/a\/items\/anyOf\/0\./,
  ],
  ['an unknown keyword in a condition', { if: { uniqueItems: true } }, /"uniqueItems" at Body\/if\./],
  ['a keyword in another spelling', { maxlength: 2 }, /"maxlength" at Body\./],
  ['a misspelt annotation', { 'x-refusals': [] }, /"x-refusals" at Body\./],
  ['closed objects', { additionalProperties: false }, /"additionalProperties" at Body\./],
  ['described further attributes', { additionalProperties: {} }, /"additionalProperties" at Body\./],
  ['a schema that is false', { properties: { a: false } }, /Body\/properties\/a is false/],
  ['a schema that is true', { items: true }, /Body\/items is true/],
  ['a schema that is empty text', { not: null }, /Body\/not is null/],
  [
    'an unknown sentence',
    { 'x-refusal': [{ attribute: '', sentence: 'wrong' }] },
    /no "wrong", which stands at Body\./,
  ],
  [
    'a sentence named like an inherited one',
    { 'x-refusal': [{ attribute: '', sentence: 'toString' }] },
    /no "toString"/,
  ],
  ['a refusal without a text', { allOf: [{ 'x-refusal': [] }] }, /x-refusal at Body\/allOf\/0/],
  ['an unknown decoder', { items: { 'x-decoder': 'date' } }, /"date", which stands at Body\/items\./],
  ['an unknown list', { items: { 'x-list': 'colours' } }, /x-lists has no "colours", .* Body\/items\./],
  [
    'a reference to nowhere',
    { items: { $ref: '#/components/schemas/Nobody' } },
    /Body\/items refers to #\/components\/schemas\/Nobody/,
  ],
  ['a reference to another file', { $ref: 'other.yaml#/Thing' }, /not other\.yaml#\/Thing at Body\./],
  ['a pattern', { properties: { a: { pattern: '^a' } } }, /not \^a at Body\/properties\/a\./],
  ['an unknown type', { type: ['string', 'date'] }, /no type "date" at Body\./],
  ['an enumeration of lists', { enum: [['a']] }, /scalars .* at Body\./],
  ['a constant object', { const: {} }, /scalars .* at Body\./],
  ['an inherited attribute', { properties: { constructor: {} } }, /"constructor" at Body /],
  ['an inherited requirement', { required: ['valueOf'] }, /"valueOf" at Body /],
];

describe('What the generator does not honour', () => {
  it.each(refused)('%s fails the build and says where', (_, schema, message) => {
    expect(() => assertHonouredKeywords(toSmallSpec({ Body: schema as Schema }))).toThrow(message);
  });

  it('fails in a schema that only another one refers to', () => {
    const spec = toSmallSpec({ Body: { $ref: '#/components/schemas/Inner' } });
    const inner = { type: 'string', contentEncoding: 'base64' };
    const schemas = { ...spec.components.schemas, Inner: inner };
    expect(() => assertHonouredKeywords({ ...spec, components: { schemas } })).toThrow(
      /"contentEncoding" at Inner\./,
    );
  });

  it('is nothing to schemas that no request body reaches', () => {
    const answer = { Answer: { uniqueItems: true } as Schema };
    const spec = toSmallSpec({ Body: {} });
    expect(() =>
      assertHonouredKeywords({ ...spec, components: { schemas: { ...spec.components.schemas, ...answer } } }),
    ).not.toThrow();
  });

  it('is a body of another media type', () => {
    const spec = toSmallSpec({ Body: {} });
    const post = {
      operationId: 'pushText',
      requestBody: { content: { 'text/plain': { schema: {} } } },
      responses: {},
    };
    const paths: Spec['paths'] = { ...spec.paths, '/text': { post } };
    expect(() => assertHonouredKeywords({ ...spec, paths })).toThrow(/pushText/);
  });

  it('fails in the Push API as it does in a small file', async () => {
    const changed = pushApi.replace('x-decoder: timestamp', 'x-decoder: moment');
    await expect(toPushFiles(changed, incomingApi)).rejects.toThrow(/"moment", which stands at Timestamp\./);
    const misspelt = pushApi.replace('sentence: must_be_blank', 'sentence: must_be_empty');
    await expect(toPushFiles(misspelt, incomingApi)).rejects.toThrow(
      /"must_be_empty", which stands at Message\/allOf\/0\/then\/allOf\/2\./,
    );
    const dangling = pushApi.replace("GivenBody' }", "GivenBodies' }");
    await expect(toPushFiles(dangling, incomingApi)).rejects.toThrow(/GivenBodies, which does not exist/);
  });
});
