import { describe, expect, it } from 'vitest';
import {
  createManualClock,
  createUserlistEngine,
  steerClock,
  UsageError,
  type UserlistEngine,
} from '../../src/index.ts';
import { describeThroughDoors, expectRefusal, START, type StandIn } from '../stand-in.ts';

const user = { identifier: 'user-1' };
const textOf = (limit: number, seconds: number): string =>
  `Rate limit of ${limit} requests per 60 seconds exceeded. Please try again in ${seconds} seconds.`;

const statuses = async (standIn: StandIn, times: number, key = 'dev'): Promise<number[]> => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await standIn.post('/users', user, { key })).status);
  return seen;
};

const at = (ms: number): string => new Date(START + ms).toISOString();

describeThroughDoors('a frozen clock', (standIn) => {
  it('tests a whole minute’s window in milliseconds, and again the same', async () => {
    for (let run = 0; run < 2; run += 1) {
      standIn.engine.reset(['limits', 'clock', 'state']);
      standIn.engine.clock.freeze();
      expect(new Set(await statuses(standIn, 1000))).toEqual(new Set([202]));
      const refused = await standIn.post('/users', user);
      expectRefusal(refused, 429, [textOf(1000, 60)]);
      expect(refused.headers['retry-after']).toBe('60');
      standIn.engine.clock.advance(59_999);
      expect((await standIn.post('/users', user)).headers['retry-after']).toBe('1');
      standIn.engine.clock.advance(1);
      expect(await statuses(standIn, 1)).toEqual([202]);
    }
  });
});

describeThroughDoors(
  'the time of an account',
  (standIn) => {
    it('is what its journal, its defaults and its Retry-After read', async () => {
      steerClock(standIn.engine, { account: 'dev', mode: 'frozen', now: '2030-05-01T12:00:00.5Z' });
      await standIn.post('/users', user);
      expect(standIn.lastExchange().receivedAt).toBe(Date.parse('2030-05-01T12:00:00.500Z'));
      await standIn.post('/events', { name: 'x', user: 'user-1' });
      expect(standIn.users()).toMatchObject([
        {
          signed_up_at: '2030-05-01T12:00:00.500Z',
          last_seen_at: expect.stringMatching(/^2030-05-01T12:00:00/),
        },
      ]);
      expect(standIn.events()).toMatchObject([{ occurred_at: '2030-05-01T12:00:00.500Z' }]);
      const { headers } = await standIn.post('/users', user);
      expect(headers).toMatchObject({
        'retry-after': '60',
        'x-ratelimit-reset': String(Date.parse('2030-05-01T12:01:01Z') / 1000),
        date: 'Wed, 01 May 2030 12:00:00 GMT',
      });
    });

    it('is its own once it was moved, and nobody else’s', async () => {
      expect(await statuses(standIn, 3, 'one')).toEqual([202, 202, 429]);
      expect(await statuses(standIn, 3, 'two')).toEqual([202, 202, 429]);
      expect(steerClock(standIn.engine, { account: 'one', advance_ms: 60_000 })).toMatchObject({
        now: at(60_000),
        mode: 'system',
        own: true,
      });
      expect(await statuses(standIn, 1, 'one')).toEqual([202]);
      expect(await statuses(standIn, 1, 'two')).toEqual([429]);
      expect(standIn.engine.clock.now()).toBe(START);
    });

    it('begins where that of all stands, and stays when that is moved', async () => {
      steerClock(standIn.engine, { advance_ms: 5000 });
      steerClock(standIn.engine, { account: 'one', mode: 'frozen' });
      steerClock(standIn.engine, { advance_ms: 5000 });
      standIn.clock.advance(1);
      const timeOf = (key: string) => standIn.engine.clocks.nowOf(standIn.engine.accounts.named(key)) - START;
      expect([timeOf('one'), timeOf('two')]).toEqual([5000, 10_001]);
    });

    it('goes by that of all again after a reset of its clock', async () => {
      steerClock(standIn.engine, { account: 'one', now: '2030-01-01T00:00:00Z' });
      standIn.engine.clock.advance(7);
      standIn.engine.reset(['clock'], standIn.engine.accounts.named('one') ?? undefined);
      expect(standIn.engine.clocks.nowOf(standIn.engine.accounts.named('one'))).toBe(START + 7);
      standIn.engine.reset(['clock']);
      expect(standIn.engine.clock.now()).toBe(START);
    });
  },
  { rateLimit: '2/60s' },
);

describeThroughDoors(
  'advancing to the next window',
  (standIn) => {
    it('goes exactly to where the next request of an account passes', async () => {
      await statuses(standIn, 1);
      standIn.clock.advance(20_000);
      expect(await statuses(standIn, 2)).toEqual([202, 429]);
      expect(steerClock(standIn.engine, { account: 'dev', advance_ms: 'next-window' }).now).toBe(at(60_000));
      expect(await statuses(standIn, 3)).toEqual([202, 202, 429]);
    });

    it('goes nowhere when the next request passes already', async () => {
      await statuses(standIn, 1);
      standIn.clock.advance(20_000);
      expect(steerClock(standIn.engine, { account: 'dev', advance_ms: 'next-window' }).now).toBe(at(20_000));
      expect(steerClock(standIn.engine, { account: 'new', advance_ms: 'next-window' }).now).toBe(at(20_000));
    });

    it('goes for all to where everybody’s next request passes, but for those with a time of their own', async () => {
      await statuses(standIn, 2, 'early');
      standIn.clock.advance(10_000);
      await statuses(standIn, 2, 'late');
      steerClock(standIn.engine, { account: 'own', now: at(0), mode: 'frozen' });
      const own = standIn.engine.accounts.named('own');
      if (own === null) throw new Error('It has a clock of its own.');
      standIn.engine.configure(own, { rateLimit: '2/600s' });
      await statuses(standIn, 2, 'own');
      expect(steerClock(standIn.engine, { mode: 'frozen', advance_ms: 'next-window' }).now).toBe(at(70_000));
      for (const key of ['early', 'late']) expect(await statuses(standIn, 1, key)).toEqual([202]);
      expect(await statuses(standIn, 1, 'own')).toEqual([429]);
    });

    it('is reckoned from the time that is set with it', async () => {
      steerClock(standIn.engine, { mode: 'frozen' });
      await statuses(standIn, 2);
      expect(steerClock(standIn.engine, { now: at(59_000), advance_ms: 'next-window' }).now).toBe(at(60_000));
    });
  },
  { rateLimit: '2/60s' },
);

describe('an account with a time of its own', () => {
  it('does not make room', () => {
    const engine = createUserlistEngine({ clock: createManualClock(START) });
    steerClock(engine, { account: 'mine', mode: 'frozen' });
    for (let index = 0; index <= 10_000; index += 1) engine.accounts.open(`crowd-${index}`);
    expect(engine.accounts.evicted).toBeGreaterThan(0);
    expect(engine.accounts.list().map(({ handle }) => handle)).toContain(engine.accounts.handleOf('mine'));
  });
});

describe('a clock that is steered in code', () => {
  const open = (): UserlistEngine => createUserlistEngine({ clock: createManualClock(START) });

  it.each<[unknown, RegExp]>([
    [{ mode: 'frosen' }, /^\/mode: .*one of system, frozen/],
    [{ advance_ms: -1 }, /^\/advance_ms: /],
    [{ now: '2026-02-31T00:00:00Z' }, /^\/now: .*no time; write it as/],
    [{ advance: 5 }, /^\/advance: .*did you mean "advance_ms"/],
    [{ now: '9999-12-31T23:59:59Z', advance_ms: 1000 }, /^\/advance_ms: .*years 0 to 9999/],
    [{ account: 'acct_000000000000' }, /^\/account: /],
  ])('refuses %j and moves nothing', (order, message) => {
    const engine = open();
    expect(() => steerClock(engine, order as object)).toThrow(UsageError);
    expect(() => steerClock(engine, order as object)).toThrow(message);
    expect([engine.clock.now(), engine.clock.mode, engine.accounts.list()]).toEqual([START, 'system', []]);
  });
});
