import { describe, expect, it } from 'vitest';
import { type Dialect, findMisplaced } from './extensions.ts';
import { toPushRequests } from './to-push-requests.ts';

const owner = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };
const member = { Userlist: { extensions: { relationship: { properties: { role: 'member' } } } } };

function bodyOf(message: object, dialect: Dialect): unknown {
  const outcome = toPushRequests(message, { dialect });
  return outcome.kind === 'requests' ? outcome.requests[0]?.body : outcome;
}

function group(traits: object, integrations?: unknown): object {
  return { type: 'group', userId: 'u', groupId: 'g', traits, integrations };
}

function track(properties: object, context?: unknown): object {
  return { type: 'track', userId: 'u', event: 'Done', properties, context };
}

describe('the extensions of a group', () => {
  it.each<[string, Dialect, object, unknown, object | undefined, object | undefined]>([
    ['in the right place', 'rudderstack', { a: 1 }, owner, { a: 1 }, { role: 'owner' }],
    ['in the right place', 'segment', { a: 1 }, owner, { a: 1 }, { role: 'owner' }],
    [
      'in the wrong place',
      'rudderstack',
      { a: 1, integrations: owner },
      { All: true },
      { a: 1 },
      { role: 'owner' },
    ],
    ['in the wrong place', 'segment', { a: 1, integrations: owner }, {}, { a: 1 }, undefined],
    [
      'in both places: the right one counts',
      'rudderstack',
      { integrations: owner },
      member,
      undefined,
      { role: 'member' },
    ],
    [
      'in the wrong place, next to an empty right one',
      'rudderstack',
      { integrations: owner },
      { Userlist: true },
      undefined,
      { role: 'owner' },
    ],
    [
      'as a misplaced filter',
      'rudderstack',
      { integrations: { All: false } },
      undefined,
      undefined,
      undefined,
    ],
    ['as a misplaced filter', 'segment', { integrations: { All: false } }, undefined, undefined, undefined],
    ['that are switched on only', 'rudderstack', {}, { All: true, Userlist: true }, undefined, undefined],
    ['of another destination', 'rudderstack', {}, { userlist: owner.Userlist }, undefined, undefined],
    [
      'that are no object',
      'segment',
      {},
      { Userlist: { extensions: { relationship: { properties: ['x'] } } } },
      undefined,
      undefined,
    ],
  ])('%s (%s)', (_, dialect, traits, integrations, properties, relationship) => {
    expect(bodyOf(group(traits, integrations), dialect)).toStrictEqual({
      identifier: 'g',
      ...(properties && { properties }),
      relationships: [{ user: 'u', ...(relationship && { properties: relationship }) }],
    });
  });

  it.each<[Dialect, string, unknown]>([
    ['rudderstack', 'a list', ['slack', 'github']],
    ['segment', 'a list', ['slack', 'github']],
    ['rudderstack', 'an object of products', { slack: true }],
    ['segment', 'an object of products', { slack: true }],
    ['rudderstack', 'text', 'slack'],
  ])('leave alone a company trait that happens to have their name (%s: %s)', (dialect, _, integrations) => {
    expect(bodyOf(group({ integrations }), dialect)).toStrictEqual({
      identifier: 'g',
      properties: { integrations },
      relationships: [{ user: 'u' }],
    });
  });

  it('keep nulls, nesting and the order of keys', () => {
    const properties = { z: null, a: { since: '2026-01-12', seats: [1, null] }, '1st': true };
    const integrations = { Userlist: { extensions: { relationship: { properties } } } };
    const body = bodyOf(group({}, integrations), 'segment');
    expect(JSON.stringify(body)).toContain(JSON.stringify(properties));
  });
});

describe('the company of an event', () => {
  it.each<[string, Dialect, object, unknown, object]>([
    ['in the right place', 'rudderstack', { a: 1 }, { groupId: 'g' }, { company: 'g', properties: { a: 1 } }],
    ['in the right place', 'segment', { a: 1 }, { groupId: 7 }, { company: 7, properties: { a: 1 } }],
    [
      'in the wrong place',
      'rudderstack',
      { a: 1, context: { groupId: 'g' } },
      {},
      { company: 'g', properties: { a: 1 } },
    ],
    [
      'in the wrong place, with more of the context',
      'rudderstack',
      { context: { groupId: 'g', ip: '0.0.0.0' } },
      {},
      { company: 'g' },
    ],
    [
      'in the wrong place',
      'segment',
      { context: { groupId: 'g' } },
      {},
      { properties: { context: { groupId: 'g' } } },
    ],
    [
      'in both places: the right one counts, and the other is no property',
      'rudderstack',
      { a: 1, context: { groupId: 'x' } },
      { groupId: 'g' },
      { company: 'g', properties: { a: 1 } },
    ],
    [
      'in both places: the right one counts, and the other is a property',
      'segment',
      { context: { groupId: 'x' } },
      { groupId: 'g' },
      { company: 'g', properties: { context: { groupId: 'x' } } },
    ],
    [
      'blank in the right place',
      'rudderstack',
      { context: { groupId: 'g' } },
      { groupId: '' },
      { company: 'g' },
    ],
    [
      'blank in the wrong place',
      'rudderstack',
      { context: { groupId: ' ' } },
      {},
      { properties: { context: { groupId: ' ' } } },
    ],
    [
      'no id in the wrong place',
      'rudderstack',
      { context: { groupId: true } },
      {},
      { properties: { context: { groupId: true } } },
    ],
    [
      'a property that happens to be called context',
      'rudderstack',
      { context: 'modal' },
      {},
      { properties: { context: 'modal' } },
    ],
    [
      'nowhere: groupId beside the properties names no company',
      'rudderstack',
      { groupId: 'g' },
      undefined,
      { properties: { groupId: 'g' } },
    ],
  ])('%s (%s)', (_, dialect, properties, context, added) => {
    expect(bodyOf(track(properties, context), dialect)).toStrictEqual({ name: 'Done', user: 'u', ...added });
  });
});

describe('what is in the wrong place', () => {
  it.each([
    [
      'a group with integrations among its traits',
      group({ integrations: owner }),
      'misplaced-integrations',
      '/traits/integrations',
    ],
    [
      'a Track with context among its properties',
      { ...track({ context: { groupId: 'g' } }), type: 'Track' },
      'misplaced-context',
      '/properties/context',
    ],
    [
      'a track with context in both places',
      track({ context: { groupId: 'x' } }, { groupId: 'g' }),
      'misplaced-context',
      '/properties/context',
    ],
  ])('is found: %s', (_, message, code, path) => {
    expect(findMisplaced(message)).toStrictEqual([{ code, path }]);
  });

  it.each([
    ['integrations in the right place', group({}, owner)],
    ['a trait that has their name', group({ integrations: ['slack'] })],
    ['context in the right place', track({ context: 'modal' }, { groupId: 'g' })],
    ['an identify', { type: 'identify', userId: 'u', traits: { integrations: owner } }],
    ['no message', null],
  ])('is not: %s', (_, message) => {
    expect(findMisplaced(message)).toStrictEqual([]);
  });
});
