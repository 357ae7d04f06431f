import { contract } from '@understudy/openapi/contract';
import { expect, it } from 'vitest';
import { basic, hand, INCOMING, PUSH } from '../incoming/hosts.ts';
import { describeThroughDoors, expectAccepted, expectRefusal, TEXT_401, TEXT_404 } from '../stand-in.ts';

const identify = { type: 'identify', userId: 'user-1', traits: { email: 'ada@example.com' } };
const OPERATIONS = Object.entries(contract.operations);
const BODIES: Readonly<Record<string, unknown>> = {
  pushRudderstackEvent: identify,
  pushSegmentEvent: identify,
  pushPosthogUser: { identifier: 'user-1' },
  pushPosthogCompany: { identifier: 'company-1' },
  pushPosthogEvent: { name: 'opened', user: 'user-1' },
};

describeThroughDoors('two hosts', (standIn) => {
  it.each(OPERATIONS)(
    '%s is found on its own host only, and on any that is neither',
    async (id, operation) => {
      const { host, method, path } = operation;
      const [own, other] = host === 'push' ? [PUSH, INCOMING] : [INCOMING, PUSH];
      await standIn.request(method, path, BODIES[id] ?? {}, { host: own });
      expect(standIn.lastExchange()).toMatchObject({ operation: id, host: expect.stringContaining(own) });
      expectRefusal(await standIn.request(method, path, BODIES[id] ?? {}, { host: other }), 404, [TEXT_404]);
      expect(standIn.lastExchange()).toMatchObject({
        operation: null,
        reason: expect.stringContaining(`That path is one of ${own}.`),
      });
      await standIn.request(method, path, BODIES[id] ?? {});
      expect(standIn.lastExchange().operation).toBe(id);
    },
  );

  it('have the same accounts', async () => {
    expectAccepted(await hand(standIn, '/rudderstack/events', identify));
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1', properties: { plan: 'pro' } }, { host: PUSH }),
    );
    expectAccepted(await hand(standIn, '/posthog/events', { name: 'opened', user: 'user-1' }));
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'pro' } },
    ]);
    expect(standIn.events()).toMatchObject([{ name: 'opened', user: 'user-1' }]);
    expect(standIn.users('another')).toEqual([]);
  });

  it('forget together, one account at a time', async () => {
    await hand(standIn, '/rudderstack/events', identify);
    await hand(standIn, '/segment/events', identify, { key: 'another' });
    const account = standIn.engine.accounts.named('dev');
    standIn.engine.reset(['state', 'journal'], account ?? undefined);
    expect([standIn.users(), standIn.users('another')]).toMatchObject([[], [{ identifier: 'user-1' }]]);
    expect([...standIn.engine.journal.entries()].map(({ account: handle }) => handle)).toEqual([
      standIn.engine.accounts.handleOf('another'),
    ]);
  });

  it('look at route, size and key in that order', async () => {
    const large = { ...identify, traits: { notes: 'x'.repeat(102_400) } };
    expectRefusal(await hand(standIn, '/rudderstack', large, { key: null }), 404, [TEXT_404]);
    expectRefusal(await standIn.request('DELETE', '/rudderstack/events', identify, { host: INCOMING }), 404, [
      TEXT_404,
    ]);
    expect((await hand(standIn, '/rudderstack/events', large, { key: null })).status).toBe(413);
    expectRefusal(await hand(standIn, '/rudderstack/events', identify, { key: null }), 401, [TEXT_401]);
    expectAccepted(await hand(standIn, '/rudderstack/events/?x=1', identify));
    expectAccepted(await hand(standIn, '/segment/events.json', identify));
  });

  it('treat magic keys alike', async () => {
    expect((await hand(standIn, '/rudderstack/events', { type: 'page' }, { key: 'dev+503' })).status).toBe(
      503,
    );
    expect((await hand(standIn, '/segment/events', identify, basic('dev+422'))).status).toBe(422);
    expect(standIn.users('dev+422')).toEqual([]);
  });
});

describeThroughDoors(
  'one rate limit for both hosts',
  (standIn) => {
    it('counts what comes to either, whatever way the key is presented', async () => {
      const statuses = [
        await hand(standIn, '/rudderstack/events', identify),
        await standIn.post('/users', { identifier: 'user-1' }, { host: PUSH }),
        await hand(standIn, '/segment/events', { type: 'page' }, basic('dev')),
        await hand(standIn, '/posthog/users', { identifier: 'user-1' }),
        await standIn.post('/users', { identifier: 'user-1' }, { host: PUSH }),
        await hand(standIn, '/segment/events', identify, basic('another')),
      ].map(({ status }) => status);
      expect(statuses).toEqual([202, 202, 400, 429, 429, 202]);
      standIn.clock.advance(60_000);
      expectAccepted(await hand(standIn, '/rudderstack/events', identify));
    });
  },
  { rateLimit: '3/60s' },
);

describeThroughDoors(
  'Basic credentials',
  (standIn) => {
    it('are the key of the account where messages of Segment come in', async () => {
      expectAccepted(await hand(standIn, '/segment/events', identify, basic('right')));
      expectAccepted(await hand(standIn, '/segment/events', identify, basic('right', 'whatever')));
      expectAccepted(await standIn.post('/segment/events', identify, basic('right')));
      expect(standIn.users('right')).toHaveLength(1);
      expect(standIn.lastExchange().account).toBe(standIn.engine.accounts.handleOf('right'));
      expectRefusal(await hand(standIn, '/segment/events', identify, basic('wrong')), 401, [TEXT_401]);
      expectAccepted(await hand(standIn, '/segment/events', identify, { key: 'right' }));
    });

    it.each(
      OPERATIONS.filter(([id]) => id !== 'pushSegmentEvent').map(
        ([, { host, method, path }]) => [method, path, host] as const,
      ),
    )('are 401 at %s %s', async (method, path, host) => {
      const options = { ...basic('right'), host: contract.hosts[host] };
      expectRefusal(await standIn.request(method, path, identify, options), 401, [TEXT_401]);
      expect(standIn.lastExchange().reason).toContain('not Push');
    });

    it.each([
      'Basic',
      'Basic ',
      'Basic ***',
      `Basic ${btoa('right')}`,
      `Basic ${btoa(':right')}`,
      'Bearer right',
    ])('are 401 as %j', async (value) => {
      const options = { key: null, headers: { Authorization: value } };
      expectRefusal(await hand(standIn, '/segment/events', identify, options), 401, [TEXT_401]);
    });
  },
  { pushKeys: ['right'] },
);
