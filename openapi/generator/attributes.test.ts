import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toSmallSpec } from '../test/small-spec.ts';
import { attributesOf, insideOf } from './attributes.ts';
import type { Schema } from './spec.ts';

const schemas = parse(`
Letter:
  type: object
  allOf:
    - $ref: '#/components/schemas/Sealed'
    - if: { required: [copy] }
      then: { properties: { copy: { $ref: '#/components/schemas/Letter' } } }
      else: { properties: { stamp: { type: string } } }
  properties:
    from: { $ref: '#/components/schemas/Person' }
    to: { anyOf: [{ type: array }, { type: 'null' }], items: { $ref: '#/components/schemas/Person' } }
    text: { $ref: '#/components/schemas/Text' }
    pages: { type: array, items: { type: string } }
Sealed: { properties: { seal: { type: string } } }
Person: { anyOf: [{ type: string }, { type: object, properties: { name: { type: string } } }] }
Text: { type: string }
`) as Record<string, Schema>;

describe('The attributes of a file', () => {
  it('are those of a schema and of all it is made of', () => {
    expect(attributesOf(toSmallSpec(schemas))).toEqual({
      Letter: ['from', 'to', 'text', 'pages', 'seal', 'copy', 'stamp'],
      Sealed: ['seal'],
      Person: ['name'],
    });
  });

  it('lead to other schemas, by themselves or in a list, where those have attributes too', () => {
    expect(insideOf(toSmallSpec(schemas))).toEqual({
      Letter: { from: 'Person', to: 'Person', copy: 'Letter' },
    });
  });
});
