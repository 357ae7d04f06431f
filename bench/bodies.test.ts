import { isUser } from '@understudy/openapi/checks';
import { describe, expect, it } from 'vitest';
import { BODY_SIZES, createBodies } from './bodies.ts';

const bytesOf = (body: unknown): number => Buffer.byteLength(JSON.stringify(body));

describe.each(BODY_SIZES)('the %s bodies', (size) => {
  const bodies = createBodies(size);

  it('are what the contract accepts', () => {
    expect(bodies.filter((body) => !isUser(body))).toEqual([]);
  });

  it('are all different and belong to as many users', () => {
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(bodies.length);
    expect(new Set(bodies.map(({ identifier }) => identifier)).size).toBe(bodies.length);
    expect(new Set(bodies.map(({ email }) => email)).size).toBe(bodies.length);
  });

  it('are the same in every run', () => {
    expect(createBodies(size)).toEqual(bodies);
  });

  it('keep to snake_case nine times in ten', () => {
    const camel = bodies.filter(({ properties }) => 'firstName' in properties);
    expect(camel).toHaveLength(bodies.length / 10);
  });
});

describe('the sizes', () => {
  it('are about 450 bytes and about 50 kilobytes', () => {
    const small = createBodies('small').map(bytesOf);
    expect(Math.min(...small)).toBeGreaterThan(420);
    expect(Math.max(...small)).toBeLessThan(520);
    const large = createBodies('large').map(bytesOf);
    expect(Math.min(...large)).toBeGreaterThan(49_500);
    expect(Math.max(...large)).toBeLessThan(51_500);
  });
});
