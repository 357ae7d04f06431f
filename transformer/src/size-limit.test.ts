import { describe, expect, it } from 'vitest';
import { requestBytes } from './push-contract.ts';
import { toPushRequests } from './to-push-requests.ts';

const identify = { type: 'identify', userId: 'u' };
const group = { type: 'group', userId: 'u', groupId: 'g' };
const track = { type: 'track', userId: 'u', event: 'Done' };

describe('the size limit', () => {
  const around = {
    identify: '{"identifier":"u","properties":{"a":""}}',
    group: '{"identifier":"g","properties":{"a":""},"relationships":[{"user":"u"}]}',
    track: '{"name":"Done","user":"u","properties":{"a":""}}',
  };

  it.each([
    ['identify', identify, 'traits'],
    ['group', group, 'traits'],
    ['track', track, 'properties'],
  ] as const)('lets a body of exactly the limit pass and not one byte more: %s', (type, message, field) => {
    const fill = requestBytes - around[type].length;
    const atLimit = toPushRequests({ ...message, [field]: { a: 'x'.repeat(fill) } });
    expect(atLimit.kind === 'requests' && JSON.stringify(atLimit.requests[0]?.body).length).toBe(102_400);
    expect(toPushRequests({ ...message, [field]: { a: 'x'.repeat(fill + 1) } })).toStrictEqual({
      kind: 'rejected',
      reason: `This ${type} makes a request of 102401 bytes, and the Push API takes 102400: send fewer or shorter ${field}.`,
      code: 400,
    });
  });

  it('may be another, or none', () => {
    const message = { ...identify, traits: { a: 'x'.repeat(requestBytes) } };
    expect(toPushRequests(message, { mostBytes: Number.POSITIVE_INFINITY })).toMatchObject({
      kind: 'requests',
    });
    expect(toPushRequests(identify, { mostBytes: 5 })).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('makes a request of 18 bytes, and the Push API takes 5'),
    });
  });

  it.each([
    ['two bytes each', 'ü', 2],
    ['three bytes each', '語', 3],
    ['four bytes each', '🦉', 4],
    ['escaped as two', '"', 2],
    ['escaped as six, being half a character', '\ud83e', 6],
  ])('counts bytes, not characters: %s', (_, character, bytes) => {
    const fill = requestBytes - around.identify.length;
    const a = character.repeat(Math.floor(fill / bytes)) + 'x'.repeat(fill % bytes);
    expect(toPushRequests({ ...identify, traits: { a } })).toMatchObject({ kind: 'requests' });
    expect(toPushRequests({ ...identify, traits: { a: `${a}x` } })).toMatchObject({
      reason: expect.stringMatching(/102401 bytes/),
    });
  });

  it('is about the request, not about what the pipeline adds to the message', () => {
    expect(toPushRequests({ ...identify, context: { page: 'x'.repeat(200_000) } })).toMatchObject({
      kind: 'requests',
    });
  });
});
