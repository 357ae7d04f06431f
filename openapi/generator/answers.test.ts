import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptanceOf, rateHeadersOf, refusalsOf } from './answers.ts';
import { parseSpec } from './spec.ts';

const text = await readFile(join(import.meta.dirname, '../push-api.yaml'), 'utf8');

describe('The answers of a file', () => {
  it('hold one that accepts', () => {
    expect(acceptanceOf(parseSpec(text))).toEqual({ status: 202, reason: 'Accepted' });
  });

  it('hold no second one, and no nameless one', () => {
    const two = text.replace("'400': { $ref", "'204': { $ref");
    expect(() => acceptanceOf(parseSpec(two))).toThrow('Every operation has to answer success alike');
    const none = text.replace("'202': { $ref", "'302': { $ref");
    expect(() => acceptanceOf(parseSpec(none))).toThrow('Every operation has to answer success alike');
    const nameless = text.replace('x-reason: Accepted', 'x-other: Accepted');
    expect(() => acceptanceOf(parseSpec(nameless))).toThrow('The response Accepted has no x-reason.');
  });

  it('name the headers of a full window in the order of the file', () => {
    expect(Object.entries(rateHeadersOf(parseSpec(text)))).toEqual([
      ['limit', 'X-RateLimit-Limit'],
      ['remaining', 'X-RateLimit-Remaining'],
      ['reset', 'X-RateLimit-Reset'],
      ['retryAfter', 'Retry-After'],
    ]);
  });

  it('are all JSON when they refuse', () => {
    const refusals = refusalsOf(parseSpec(text));
    expect(refusals.length).toBeGreaterThan(8);
    expect(new Set(refusals.map(({ mediaType }) => mediaType))).toEqual(new Set(['application/json']));
  });
});
