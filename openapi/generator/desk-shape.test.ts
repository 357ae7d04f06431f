import { describe, expect, it } from 'vitest';
import { toSmallSpec } from '../test/small-spec.ts';
import { toDeskShape } from './desk-shape.ts';
import type { Schema } from './spec.ts';

const toShape = (schema: Schema, others: Readonly<Record<string, Schema>> = {}) =>
  toDeskShape(toSmallSpec({ Body: schema, ...others }), { $ref: '#/components/schemas/Body' });

describe('The shape of a body of the desk', () => {
  it('has everything it refers to in its place, at any depth', () => {
    const step: Schema = {
      type: 'object',
      required: ['at'],
      properties: { at: { type: 'integer', minimum: 0 } },
    };
    const steps: Schema = { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Step' } };
    expect(
      toShape({ type: 'object', description: 'An order.', properties: { steps } }, { Step: step }),
    ).toEqual({
      type: 'object',
      attributes: {
        steps: {
          type: 'array',
          minItems: 1,
          items: { type: 'object', required: ['at'], attributes: { at: { type: 'integer', minimum: 0 } } },
        },
      },
    });
  });

  it('names no attributes where any may be', () => {
    expect(toShape({ type: 'object', additionalProperties: true })).toEqual({ type: 'object' });
  });

  it.each([
    [{ allOf: [] }, 'cannot say what "allOf" wants'],
    [{ anyOf: [{ const: 'a' }] }, 'cannot say what "const" wants'],
    [
      { properties: { a: { type: 'string' } }, additionalProperties: true },
      'names all its attributes or takes any',
    ],
    [{ properties: { a: { $ref: '#/components/schemas/Body' } } }, 'holds itself'],
    [{ items: { $ref: '#/components/schemas/Nobody' } }, 'does not exist'],
  ] satisfies [Schema, string][])('does not come of %j', (schema, reason) => {
    expect(() => toShape(schema)).toThrow(reason);
  });
});
