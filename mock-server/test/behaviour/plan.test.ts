import { describe, expect, it } from 'vitest';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  type StandIn,
  TEXT_401,
  TEXT_403,
  TEXT_404,
  toBytes,
} from '../stand-in.ts';
import { setFor } from './settings-of-an-account.ts';

/** Feature, method, path and a body that is fine but for the plan. */
const OPERATIONS = [
  ['messages', 'POST', '/messages', { template: 'x', user: 1 }],
  ['companies', 'POST', '/companies', { identifier: 1 }],
  ['companies', 'DELETE', '/companies', { identifier: 1 }],
  ['companies', 'DELETE', '/companies/company-1', undefined],
  ['relationships', 'POST', '/relationships', { user: 1, company: 1 }],
  ['relationships', 'DELETE', '/relationships', { user: 1, company: 1 }],
  ['relationships', 'DELETE', '/relationships/user-1/company-1', undefined],
  ['events', 'POST', '/events', { name: 'x', user: 1 }],
  ['companies', 'POST', '/posthog/companies', { identifier: 1 }],
  ['events', 'POST', '/posthog/events', { name: 'x', user: 1 }],
] as const;

const RELATED = { identifier: 1, relationships: [{ company: 1 }] };

/** What is left out, and a payload that embeds it. */
const EMBEDDING = [
  ['relationships', '/users', { identifier: 1, company: 1 }],
  ['relationships', '/users', { identifier: 1, companies: [{ identifier: 2 }] }],
  ['relationships', '/companies', { identifier: 1, users: [1] }],
  ['relationships', '/events', { name: 'x', user: { identifier: 1, company: 2 } }],
  ['companies', '/users', { identifier: 1, company: 1 }],
  ['companies', '/users', { identifier: 1, Companies: ['company-1'] }],
  ['companies', '/users', { identifier: 1, companies: [null, '', { name: 'One' }] }],
  ['companies', '/users', { identifier: 1, company: 0 }],
  ['companies', '/users', RELATED],
  ['companies', '/relationships', { user: 1, company: { identifier: 1 } }],
  ['companies', '/relationships', { user: { identifier: 1, company: 2 }, company: null }],
  ['companies', '/events', { name: 'x', company: 1 }],
  ['companies', '/events', { name: 'x', user: { identifier: 1, companies: [1] } }],
  ['companies', '/messages', { template: 'x', user: 1, company: 1 }],
  ['companies', '/messages', { template: 'x', user: { identifier: 1, company: 1 } }],
  ['relationships', '/users', RELATED],
  ['relationships', '/companies', { identifier: 1, relationships: [{ user: 1 }] }],
  ['relationships', '/companies', { identifier: 1, users: [2, RELATED] }],
  ['relationships', '/events', { name: 'x', user: RELATED }],
  [
    'relationships',
    '/messages',
    { template: 'x', user: { identifier: 2, company: { identifier: 3, user: RELATED } } },
  ],
] as const;

/** What is left out, and a payload that embeds nothing of the kind. */
const NOT_EMBEDDING = [
  ['companies', '/users', { identifier: 1, company: null, companies: [] }],
  ['companies', '/users', { identifier: 1, company: '', companies: [null, ' ', {}] }],
  [
    'companies',
    '/users',
    { identifier: 1, company: {}, properties: { company: 1, deep: { companies: [1] } } },
  ],
  [
    'companies',
    '/events',
    { name: 'x', user: 1, properties: { company: { identifier: 1 }, relationships: [1] } },
  ],
  ['companies', '/events', { name: 'company', user: 'company' }],
  ['companies', '/users', { identifier: 1, traits: { company: 'Acme' } }],
  ['companies', '/users', { identifier: 1, relationships: null }],
  ['relationships', '/users', { identifier: 1, relationships: [], company: null, companies: [' '] }],
  ['relationships', '/companies', { identifier: 1, relationships: null, users: [] }],
  ['relationships', '/events', { name: 'x', user: 1, company: 1 }],
  ['messages', '/users', { identifier: 1, messages: [1] }],
  ['events', '/users', { identifier: 1, events: [1] }],
] as const;

const nothing = (standIn: StandIn) => [
  standIn.users(),
  standIn.companies(),
  standIn.relationships(),
  standIn.events(),
  standIn.messages(),
];

describeThroughDoors('a plan that leaves a feature out', (standIn) => {
  it.each(OPERATIONS)('%s: refuses %s %s, and changes nothing', async (feature, method, path, body) => {
    setFor(standIn, { features: { [feature]: false } });
    expectRefusal(await standIn.request(method, path, body), 403, [TEXT_403]);
    expect(nothing(standIn)).toEqual([[], [], [], [], []]);
    expect(standIn.changes()).toEqual([]);
    expect(standIn.lastExchange().reason).toContain(`leave out ${feature}`);
  });

  it.each(OPERATIONS)('%s: takes %s %s again when it is back', async (feature, method, path, body) => {
    setFor(standIn, { features: { [feature]: false } });
    setFor(standIn, { features: { [feature]: null } });
    expectAccepted(await standIn.request(method, path, body));
  });

  it.each(OPERATIONS)(
    '%s: is about one account, not about %s %s of another',
    async (feature, method, path, body) => {
      setFor(standIn, { features: { [feature]: false } });
      expectAccepted(await standIn.request(method, path, body, { key: 'other' }));
    },
  );

  it.each(EMBEDDING)('%s: refuses what embeds them, POST %s %j', async (feature, path, body) => {
    setFor(standIn, { features: { [feature]: false } });
    expectRefusal(await standIn.post(path, body), 403, [TEXT_403]);
    expect(nothing(standIn)).toEqual([[], [], [], [], []]);
    expect(standIn.lastExchange().reason).toContain(`leave out ${feature}`);
  });

  it.each(NOT_EMBEDDING)('%s: takes what embeds none, POST %s %j', async (feature, path, body) => {
    setFor(standIn, { features: { [feature]: false } });
    expectAccepted(await standIn.post(path, body));
  });

  it('embeds nothing in a deletion, of which only the identifying attributes count', async () => {
    setFor(standIn, { features: { companies: false, relationships: false } });
    expectAccepted(await standIn.delete('/users', { ...RELATED, company: 1 }));
  });

  it('finds what is embedded almost as deep as a body may be nested', async () => {
    setFor(standIn, { features: { relationships: false } });
    let user: object = RELATED;
    for (let level = 0; level < 45; level += 1)
      user = { identifier: level, company: { identifier: level, user } };
    expectRefusal(await standIn.post('/users', user), 403, [TEXT_403]);
  });
});

describeThroughDoors(
  'the place of the plan in the order of checks',
  (standIn) => {
    const leaveOut = () =>
      setFor(standIn, {
        features: { messages: false, companies: false, relationships: false, events: false },
      });

    it('is behind path, size and key', async () => {
      leaveOut();
      const huge = `{"name":"x","note":"${'x'.repeat(110_000)}"}`;
      expectRefusal(await standIn.post('/event', {}), 404, [TEXT_404]);
      expect((await standIn.post('/events', huge)).status).toBe(413);
      expectRefusal(await standIn.post('/events', {}, { key: 'null' }), 401, [TEXT_401]);
    });

    it('is before the body of a refused operation is read, whatever that is', async () => {
      leaveOut();
      for (const body of ['not JSON', '', '[]', { name: 5 }, toBytes('{"name":"x","user":1}')]) {
        expectRefusal(await standIn.post('/events', body), 403, [TEXT_403]);
        setFor(standIn, { rateLimit: 'off' });
      }
    });

    it('is behind the JSON and before the attributes of what is embedded', async () => {
      leaveOut();
      expect((await standIn.post('/users', '{"identifier":1,"company":1,}')).status).toBe(400);
      setFor(standIn, { rateLimit: 'off' });
      for (const body of [
        { email: 'x', company: 1 },
        { company: { name: 5 } },
        { relationships: 'company-1' },
      ])
        expectRefusal(await standIn.post('/users', body), 403, [TEXT_403]);
      expectRefusal(await standIn.post('/users', { email: 'x' }), 422, ['Email is invalid']);
    });

    it('is behind the rate limit, against which a 403 counts', async () => {
      leaveOut();
      expectRefusal(await standIn.post('/events', {}), 403, [TEXT_403]);
      expectRefusal(await standIn.post('/users', { identifier: 1, company: 1 }), 403, [TEXT_403]);
      expect((await standIn.post('/users', { identifier: 1 })).status).toBe(429);
      standIn.clock.advance(60_000);
      expectAccepted(await standIn.post('/users', { identifier: 1 }));
    });
  },
  { rateLimit: '2/60s' },
);

describe('the operations of every feature', () => {
  it('are all looked at above', async () => {
    const { contract } = await import('@understudy/openapi/contract');
    const guarded = Object.values(contract.operations).flatMap((operation) => {
      if (operation.takes !== 'payload' || !contract.features.values.includes(operation.feature)) return [];
      return [`${operation.feature} ${operation.method} ${operation.path}`];
    });
    expect(OPERATIONS.map(([feature, method, path]) => `${feature} ${method} ${path}`)).toEqual(
      expect.arrayContaining(guarded),
    );
    expect(guarded.length).toBe(8);
  });
});
