import { describe, expect, it } from 'vitest';
import { createUserlistEngine, UsageError } from '../../src/index.ts';
import { describeThroughDoors, expectAccepted, expectRefusal, TEXT_401 } from '../stand-in.ts';

describeThroughDoors('a push key', (standIn) => {
  it.each(['Push abc', 'push abc', 'PUSH abc', 'pUsH abc', 'Push   abc', 'Push\tabc', '  Push abc  '])(
    'is read off "%s"',
    async (header) => {
      const reply = await standIn.post(
        '/users',
        { identifier: 'user-1' },
        { headers: { Authorization: header } },
      );
      expectAccepted(reply);
      expect(standIn.users('abc')).toHaveLength(1);
    },
  );

  it.each([
    'abc',
    'Bearer abc',
    'Basic YWJjOg==',
    'Push',
    'Push ',
    'Push:abc',
    'Pushabc',
    'Push=abc',
    'Token Push abc',
  ])('is not read off "%s"', async (header) => {
    const reply = await standIn.post(
      '/users',
      { identifier: 'user-1' },
      { headers: { Authorization: header } },
    );
    expectRefusal(reply, 401, [TEXT_401]);
    expect(standIn.lastExchange()).toMatchObject({
      account: null,
      reason: expect.stringContaining('Authorization: Push KEY'),
    });
  });

  it('is missed when there is no Authorization header', async () => {
    expectRefusal(await standIn.post('/users', { identifier: 'user-1' }, { key: null }), 401, [TEXT_401]);
    expect(standIn.lastExchange().reason).toContain('There is no Authorization header');
  });

  it.each([
    'undefined',
    'null',
    'None',
    'nil',
    'NaN',
    '[object Object]',
    'your-push-key-here',
    `\${PUSH_KEY}`,
    `live-\${KEY}`,
    '{{ key }}',
  ])('is refused as "%s", which betrays a bug, and the journal says why', async (key) => {
    expectRefusal(await standIn.post('/users', { identifier: 'user-1' }, { key }), 401, [TEXT_401]);
    expect(standIn.lastExchange().reason).toContain('a variable was not filled in');
  });

  it.each(['Null', 'undefined1', 'nil-nil', '$HOME', '{key}', 'a b'])('may be "%s"', async (key) => {
    expectAccepted(await standIn.post('/users', { identifier: 'user-1' }, { key }));
  });
});

describeThroughDoors('an account', (standIn) => {
  it('is opened by the first use of any key, and empty', async () => {
    expect(standIn.users('fresh')).toEqual([]);
    expectAccepted(await standIn.post('/users', { identifier: 'user-1' }, { key: 'other' }));
    expect(standIn.users('other')).toHaveLength(1);
  });

  it('never sees another: records, relationships, events and messages', async () => {
    for (const key of ['one', 'two']) {
      await standIn.post(
        '/events',
        { name: `of ${key}`, user: { identifier: 'user-1', company: 'company-1' } },
        { key },
      );
      await standIn.post('/messages', { template: key, user: 'user-1' }, { key });
    }
    await standIn.delete('/users', { identifier: 'user-1' }, { key: 'one' });
    expect([
      standIn.users('one'),
      standIn.relationships('one'),
      standIn.events('one'),
      standIn.messages('one'),
    ]).toEqual([[], [], [], []]);
    expect(standIn.companies('one')).toHaveLength(1);
    expect(standIn.users('two')).toMatchObject([
      { identifier: 'user-1', relationships: [{ company: 'company-1' }] },
    ]);
    expect(standIn.events('two')).toMatchObject([{ name: 'of_two' }]);
    expect(standIn.messages('two')).toMatchObject([{ template: 'two' }]);
  });

  it('is the one whose key was presented, whatever the answer', async () => {
    const handle = standIn.engine.accounts.named('dev')?.handle;
    for (const [path, body] of [
      ['/nowhere', {}],
      ['/users', {}],
      ['/users', '{'],
      ['/users', 'x'.repeat(102_401)],
    ] as const) {
      await standIn.post(path, body);
      expect(standIn.lastExchange().account).toBe(handle);
    }
  });

  it('keeps keys that differ in case apart', async () => {
    await standIn.post('/users', { identifier: 'user-1' }, { key: 'abc' });
    expect(standIn.users('ABC')).toEqual([]);
  });
});

describeThroughDoors(
  'the rate limit of an account',
  (standIn) => {
    it('is its own', async () => {
      await standIn.post('/users', { identifier: 'user-1' }, { key: 'one' });
      expect((await standIn.post('/users', { identifier: 'user-1' }, { key: 'one' })).status).toBe(429);
      expectAccepted(await standIn.post('/users', { identifier: 'user-1' }, { key: 'two' }));
    });
  },
  { rateLimit: '1/60s' },
);

describeThroughDoors(
  'configured keys',
  (standIn) => {
    it('are let in, whatever they look like', async () => {
      expectAccepted(await standIn.post('/users', { identifier: 'user-1' }, { key: 'secret-1' }));
      expectAccepted(await standIn.post('/users', { identifier: 'user-1' }, { key: 'undefined' }));
    });

    it.each(['secret-2', 'SECRET-1', 'secret-1 ', 'dev', 'null', 'secret', 'acct_'])(
      'keep out "%s"',
      async (key) => {
        const reply = await standIn.post('/users', { identifier: 'user-1' }, { key });
        if (key.trim() === 'secret-1') expectAccepted(reply);
        else expectRefusal(reply, 401, [TEXT_401]);
      },
    );

    it('say in the journal that the key is none of them', async () => {
      await standIn.post('/users', { identifier: 'user-1' }, { key: 'secret-2' });
      expect(standIn.lastExchange()).toMatchObject({
        account: null,
        reason: 'This key is none of the configured ones.',
      });
    });
  },
  { pushKeys: ['secret-1', 'undefined'] },
);

describe('the options of an engine', () => {
  it('refuse a rate limit that cannot be meant', () => {
    expect(() => createUserlistEngine({ rateLimit: 'plenty' })).toThrow(UsageError);
  });
});
