import { describe, expect, it } from 'vitest';
import { decodeParameter, renderShape, shapeAt } from './shape.ts';

describe('what a value has to be', () => {
  it.each([
    [{}, 'anything'],
    [{ type: 'boolean' }, 'true or false'],
    [{ type: ['boolean', 'null'] }, 'true or false'],
    [{ type: 'number' }, 'a number'],
    [{ type: 'number', maximum: 5 }, 'a number of at most 5'],
    [{ type: 'integer', minimum: 1, maximum: 5 }, 'a whole number from 1 to 5'],
    [{ type: 'string' }, 'a text'],
    [{ type: 'string', minLength: 1 }, 'a text that is not empty'],
    [{ type: 'string', maxLength: 9 }, 'a text of 0 to 9 characters'],
    [{ type: 'string', pattern: '^ex_' }, 'a text that matches ^ex_'],
    [{ type: ['string', 'integer'] }, 'a text or a whole number'],
    [{ type: ['string', 'null'], enum: ['a', 'b', null] }, 'one of a, b'],
    [{ type: 'array' }, 'a list with 0 or more entries'],
    [
      { type: 'array', items: { type: 'boolean' }, maxItems: 3 },
      'a list with 0 to 3 entries, each true or false',
    ],
    [{ type: 'object' }, 'an object'],
    [{ type: 'object', attributes: { a: {}, b: {} } }, 'an object with any of a, b'],
    [
      { type: 'object', attributes: { a: {}, b: {}, c: {} }, required: ['a', 'b'] },
      'an object with a and b and perhaps c',
    ],
    [{ anyOf: [{ type: 'integer' }, { type: 'string' }, { type: 'null' }] }, 'a whole number or a text'],
  ])('%j is %s', (shape, words) => {
    expect(renderShape(shape)).toBe(words);
  });

  it('is found at a place inside of another, through lists and choices', () => {
    const leaf = { type: 'boolean' };
    const choice = { anyOf: [{ type: 'string' }, { type: 'object', attributes: { 'a/b': leaf } }] };
    const shape = { type: 'object', attributes: { list: { type: 'array', items: choice } } };
    expect(shapeAt(shape, '')).toBe(shape);
    expect(shapeAt(shape, '/list/7')).toBe(choice);
    expect(shapeAt(shape, '/list/7/a~1b')).toBe(leaf);
    expect(shapeAt(shape, '/list/7/c')).toBeUndefined();
    expect(shapeAt(shape, '/toString')).toBeUndefined();
    expect(shapeAt(shape, '/lost/7')).toBeUndefined();
  });

  it('may be one of a few texts in a query', () => {
    const shape = { type: 'string', enum: ['har', 'ndjson'] };
    expect(decodeParameter('har', shape)).toBe('har');
    expect(decodeParameter('xml', shape)).toBeNull();
  });
});
