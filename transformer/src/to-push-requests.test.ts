import { describe, expect, it } from 'vitest';
import { toPushRequests } from './to-push-requests.ts';

const identify = { type: 'identify', userId: 'u' };
const group = { type: 'group', userId: 'u', groupId: 'g' };
const track = { type: 'track', userId: 'u', event: 'Done' };

describe('a message that is left out', () => {
  it.each([
    ['page', { type: 'page', userId: 'u' }, /page calls: send a track/],
    ['anonymous page', { type: 'PAGE' }, /page calls: send a track/],
    ['screen', { type: 'screen', userId: 'u' }, /screen calls: send a track/],
    ['alias', { type: 'alias', userId: 'u', previousId: 'a' }, /alias calls: identify the user/],
    [
      'anonymous identify',
      { type: 'identify', anonymousId: 'a', traits: { email: 'a@example.com' } },
      /identify again with the id/,
    ],
    [
      'identify of the RudderStack browser SDK before login',
      { ...identify, userId: '' },
      /identify again with the id/,
    ],
  ])('%s is skipped with 298 and a way out', (_, message, reason) => {
    expect(toPushRequests(message)).toStrictEqual({
      kind: 'skipped',
      reason: expect.stringMatching(reason),
      code: 298,
    });
  });
});

describe('a message its author has to change', () => {
  it.each([
    ['nothing', undefined, /message is undefined: hand over an object/],
    ['null', null, /message is null: hand over an object/],
    ['text', '{"type":"track"}', /message is text: hand over an object/],
    ['a list', [track], /message is a list: hand over the messages of a list one by one/],
    ['a batch', { batch: [track] }, /messages of a batch one by one/],
    ['without type', { userId: 'u' }, /no type: set type/],
    ['of unknown type', { type: 'record', userId: 'u' }, /type "record" is not known: set type/],
    [
      'an anonymous group',
      { ...group, userId: undefined, anonymousId: 'a' },
      /no userId, .*: call identify first/,
    ],
    ['an anonymous track', { ...track, userId: ' ', anonymousId: 'a' }, /no userId, .*: call identify first/],
    [
      'a track whose id hides in its traits',
      { ...track, userId: null, context: { traits: { id: 'u' } } },
      /no userId/,
    ],
    [
      'an identify with an id no id can be',
      { ...identify, userId: { id: 'u' } },
      /userId is an object: send the id as text/,
    ],
    ['a group without groupId', { ...group, groupId: null }, /no groupId: pass the company's id/],
    [
      'a group with a list as groupId',
      { ...group, groupId: ['g'] },
      /groupId is a list: send the id as text/,
    ],
    [
      'a track with a flag as context.groupId',
      { ...track, context: { groupId: true } },
      /context\.groupId is a boolean: send/,
    ],
    ['a track without event', { ...track, event: undefined }, /no event: name what happened/],
    ['a track with a blank event', { ...track, event: '' }, /no event: name what happened/],
    [
      'a track with a number as event',
      { ...track, event: 7 },
      /event is a number: name what happened in text/,
    ],
    ['traits with NaN', { ...identify, traits: { price: Number.NaN } }, /^traits\.price is NaN, /],
    [
      'context traits with NaN',
      { ...identify, context: { traits: { price: Number.NaN } } },
      /^context\.traits\.price is NaN, /,
    ],
    [
      'an extension with NaN',
      {
        ...group,
        integrations: { Userlist: { extensions: { relationship: { properties: { a: Number.NaN } } } } },
      },
      /^integrations\.Userlist\.extensions\.relationship\.properties\.a is NaN, /,
    ],
  ])('%s is rejected with 400 and what to do', (_, message, reason) => {
    expect(toPushRequests(message)).toStrictEqual({
      kind: 'rejected',
      reason: expect.stringMatching(reason),
      code: 400,
    });
  });

  it('is rejected when its traits contain themselves', () => {
    const traits: Record<string, unknown> = {};
    traits.self = traits;
    expect(toPushRequests({ ...identify, traits })).toMatchObject({
      kind: 'rejected',
      reason: expect.stringMatching(/^traits\.self contains itself/),
    });
  });

  it.each([
    [
      'a getter that throws',
      Object.defineProperty({ ...track }, 'properties', {
        get: () => {
          throw new Error('no');
        },
      }),
    ],
    [
      'a revoked proxy',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
    [
      'a getter that throws a revoked proxy',
      Object.defineProperty({ ...track }, 'properties', {
        get: () => {
          const { proxy, revoke } = Proxy.revocable({}, {});
          revoke();
          throw proxy;
        },
      }),
    ],
    [
      'a toJSON that throws',
      {
        ...track,
        properties: {
          a: {
            toJSON: () => {
              throw new Error('no');
            },
          },
        },
      },
    ],
  ])('is rejected when looking at it fails: %s', (_, message) => {
    expect(toPushRequests(message)).toMatchObject({
      kind: 'rejected',
      code: 400,
      reason: expect.stringMatching(/hand over plain data/),
    });
  });
});
