import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  type PushOptions,
  START_TEXT,
  type StandIn,
  TEXT_400,
  TEXT_401,
} from '../stand-in.ts';
import { setFor } from './settings-of-an-account.ts';

type Suspicious = {
  readonly code: string;
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  readonly options?: PushOptions;
};

const TEXT_BODY = { type: 'text', content: '' };

/** Requests that are accepted with one warning. */
const SUSPICIOUS: readonly Suspicious[] = [
  {
    code: 'body-ignored',
    method: 'DELETE',
    path: '/users/user-9',
    body: '{}',
    options: { headers: { 'Content-Type': 'text/plain' } },
  },
  {
    code: 'missing-content-type',
    method: 'POST',
    path: '/users',
    body: new TextEncoder().encode('{"identifier":1}'),
    options: { headers: { 'Content-Type': null } },
  },
  {
    code: 'key-collision',
    method: 'POST',
    path: '/users',
    body: '{"identifier":1,"properties":{"a":1,"A":2}}',
  },
  {
    code: 'unnormalizable-key',
    method: 'POST',
    path: '/users',
    body: { identifier: 1, properties: { '🎉': 1 } },
  },
  { code: 'unnormalizable-key', method: 'POST', path: '/events', body: { name: '🎉', user: 1 } },
  { code: 'unknown-attribute', method: 'POST', path: '/users', body: { identifier: 1, nmae: 'Ada' } },
  {
    code: 'unreadable-timestamp',
    method: 'POST',
    path: '/users',
    body: { identifier: 1, signed_up_at: 'yesterday' },
  },
  {
    code: 'shared-email',
    method: 'POST',
    path: '/users',
    body: { identifier: 1, email: 'SHARED@example.com' },
  },
  {
    code: 'email-as-identifier',
    method: 'POST',
    path: '/events',
    body: { name: 'x', user: 'ada@example.com' },
  },
  {
    code: 'foreign-back-reference',
    method: 'POST',
    path: '/users',
    body: { identifier: 1, relationships: [{ company: 1, user: 2 }] },
  },
  {
    code: 'contradicting-spelling',
    method: 'POST',
    path: '/events',
    body: { name: 'x', user: 1, occurred_at: '2026-01-01', occured_at: '2026-01-02' },
  },
  {
    code: 'empty-message',
    method: 'POST',
    path: '/messages',
    body: { user: 1, subject: 'x', body: TEXT_BODY },
  },
  {
    code: 'misplaced-integrations',
    method: 'POST',
    path: '/rudderstack/events',
    body: { type: 'group', userId: 1, groupId: 2, traits: { integrations: { Userlist: {} } } },
  },
  {
    code: 'misplaced-context',
    method: 'POST',
    path: '/rudderstack/events',
    body: {
      type: 'track',
      userId: 1,
      event: 'x',
      context: { groupId: 3 },
      properties: { context: { groupId: 2 } },
    },
  },
  {
    code: 'misplaced-context',
    method: 'POST',
    path: '/segment/events',
    body: { type: 'track', userId: 1, event: 'x', properties: { context: { groupId: 2 } } },
  },
  {
    code: 'anonymous-ignored',
    method: 'POST',
    path: '/rudderstack/events',
    body: { type: 'track', event: 'x' },
  },
];

const HARMLESS = { Identifier: 1, email: null, properties: { planName: 'pro', since: '1/2/2026' } };

const stored = (standIn: StandIn) => [
  standIn.users(),
  standIn.companies(),
  standIn.relationships(),
  standIn.events(),
  standIn.messages(),
];

const warnings = (standIn: StandIn) => standIn.diagnostics().filter(({ level }) => level === 'warning');

/** Somebody else who has the address of the request that shares one. */
const addBystander = (standIn: StandIn) =>
  standIn.post('/users', { identifier: 'bystander', email: 'shared@example.com' });

describeThroughDoors(
  'strict mode',
  (standIn) => {
    const send = ({ method, path, body, options }: Suspicious) =>
      standIn.request(method, path, body, options);

    it.each(SUSPICIOUS)('refuses $method $path with $code, in its own words', async (suspicious) => {
      expectAccepted(await addBystander(standIn));
      const before = stored(standIn);
      const reply = await send(suspicious);
      const said = warnings(standIn);
      expect(said.map(({ code }) => code)).toEqual([suspicious.code]);
      expectRefusal(
        reply,
        422,
        said.map(({ message }) => message),
      );
      expect(standIn.lastExchange().reason).toContain('In strict mode warnings refuse a request');
      expect(standIn.changes()).toEqual([]);
      expect(stored(standIn)).toEqual(before);
    });

    it('refuses once for all warnings, each sentence once, in the order of the journal', async () => {
      const reply = await standIn.post('/users', {
        identifier: 1,
        nmae: 'x',
        signed_up_at: 'soon',
        companies: [{ identifier: 2, nmae: 'x' }, { identifier: 3, nmae: 'x' }, 'a@b'],
      });
      const said = warnings(standIn).map(({ message }) => message);
      expect(said).toHaveLength(4);
      expectRefusal(reply, 422, [...new Set(said)]);
      expect(new Set(said).size).toBe(3);
    });

    it('accepts what is only worth knowing, and what is fine', async () => {
      expectAccepted(await standIn.post('/users', HARMLESS));
      expect(new Set(standIn.diagnostics().map(({ level }) => level))).toEqual(new Set(['info']));
      expectAccepted(await standIn.post('/users', { identifier: 1 }));
      expectAccepted(await standIn.delete('/users/user-1'));
      expectAccepted(await standIn.post('/messages', { template: 'x', user: 1 }));
      expect(standIn.messages()).toMatchObject([{ id: 'msg_0000000001' }]);
      expect(standIn.users()).toMatchObject([{ identifier: '1', signed_up_at: START_TEXT }]);
    });

    it('finds a warning behind any number of remarks', async () => {
      const properties = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`Key ${at}`, at]));
      const reply = await standIn.post('/users', { properties, identifier: 1, nmae: 'Ada' });
      expectRefusal(reply, 422, [
        'nmae is no attribute here and is ignored. Your own data belongs into properties.',
      ]);
    });

    it('leaves a refusal as it is', async () => {
      expectRefusal(await standIn.post('/users', { email: 'x', nmae: 1 }), 422, ['Email is invalid']);
      expectRefusal(await standIn.post('/users', '{"nmae":}'), 400, [TEXT_400]);
      expectRefusal(await standIn.post('/users', { nmae: 1 }, { key: 'null' }), 401, [TEXT_401]);
      setFor(standIn, { features: { events: false } });
      expect((await standIn.post('/events', { nmae: 1 })).status).toBe(403);
      setFor(standIn, { lists: { templates: [] } });
      const unlisted = { template: 'x', user: 1, nmae: 1 };
      expectRefusal(await standIn.post('/messages', unlisted), 422, ['Template must exist']);
      setFor(standIn, { rateLimit: '1/60s' });
      expect((await standIn.post('/users', { identifier: 1, nmae: 1 })).status).toBe(429);
    });

    it('looks at each user of a request as the request would leave them', async () => {
      const users = [
        { identifier: 'a', email: 'one@example.com' },
        { identifier: 'b', email: 'two@example.com' },
      ];
      expectAccepted(await standIn.post('/companies', { identifier: 1, users }));
      const swapped = [
        { identifier: 'a', email: 'three@example.com' },
        { identifier: 'b', email: 'ONE@example.com' },
      ];
      expectAccepted(await standIn.post('/companies', { identifier: 1, users: swapped }));
      expectAccepted(await standIn.post('/users', { email: 'nameless@example.com' }));
      expectAccepted(await standIn.post('/users', { identifier: 'c', email: 'nameless@example.com' }));
      const reply = await standIn.post('/events', {
        name: 'x',
        user: { identifier: 'd', email: 'nameless@example.com' },
      });
      expectRefusal(reply, 422, [
        'Another user has the address of d too; that address alone names the one without an identifier, else the oldest.',
      ]);
      expect(standIn.users().map(({ identifier }) => identifier)).toEqual(['a', 'b', 'c']);
    });
  },
  { strict: true },
);

describeThroughDoors('without strict mode', (standIn) => {
  it.each(SUSPICIOUS)('$code is a remark in the journal: $method $path', async (suspicious) => {
    expectAccepted(await addBystander(standIn));
    const { method, path, body, options } = suspicious;
    expectAccepted(await standIn.request(method, path, body, options));
    expect(warnings(standIn).map(({ code }) => code)).toEqual([suspicious.code]);
  });
});

describe('the warnings of the contract', () => {
  it('are all tried above', () => {
    const codes = Object.entries(contract.diagnostics).flatMap(([code, { level }]) =>
      level === 'warning' ? [code] : [],
    );
    expect(new Set(SUSPICIOUS.map(({ code }) => code))).toEqual(new Set(codes));
  });
});
