import { expect, it } from 'vitest';
import { answerNow } from '../answer-now.ts';
import { toCall } from '../doors.ts';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  START,
  type StandIn,
  TEXT_401,
  TEXT_404,
  toBytes,
} from '../stand-in.ts';

/** A valid user of exactly so many bytes. */
function userOf(bytes: number): string {
  const empty = '{"identifier":"user-1","properties":{"note":""}}';
  return empty.replace('""', `"${'x'.repeat(bytes - empty.length)}"`);
}

const tooLarge = (size: string): string =>
  `Payload is too large. Request was ${size}, but the limit is 100 KB.`;

describeThroughDoors('the size limit', (standIn) => {
  it('lets 102,400 bytes pass', async () => {
    expectAccepted(await standIn.post('/users', userOf(102_400)));
  });

  it.each([
    [102_401, '100 KB'],
    [102_911, '100 KB'],
    [102_912, '101 KB'],
    [150_000, '146 KB'],
    [1_000_000, '977 KB'],
    [1_047_000, '1020 KB'],
    [1_048_576, '1 MB'],
    [1_500_000, '1.43 MB'],
  ])('refuses %i bytes and calls them %s', async (bytes, size) => {
    expectRefusal(await standIn.post('/users', userOf(bytes)), 413, [tooLarge(size)]);
    expect(standIn.users()).toEqual([]);
    expect(standIn.lastExchange()).toMatchObject({ size: bytes, status: 413, code: 'content_too_large' });
  });

  it('counts bytes, not characters', async () => {
    const text = `{"identifier":"user-1","properties":{"note":"${'é'.repeat(51_200)}"}}`;
    expect(text.length).toBeLessThan(102_400);
    expect((await standIn.post('/users', text)).status).toBe(413);
  });

  it('keeps of a body that is too large only what fits', async () => {
    await standIn.post('/users', userOf(200_000));
    expect(standIn.lastExchange().bytes.byteLength).toBe(102_400);
  });

  it('is the same for a DELETE', async () => {
    expectRefusal(await standIn.delete('/users', userOf(102_401)), 413, [tooLarge('100 KB')]);
  });
});

const user = { identifier: 'user-1' };
const overRate = (limit: number, seconds: number, window = 60): string =>
  `Rate limit of ${limit} requests per ${window} seconds exceeded. Please try again in ${seconds} seconds.`;

async function push(standIn: StandIn, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await standIn.post('/users', user)).status);
  return statuses;
}

/** Puts a request to the engine itself: of a great many only the last have to come by the door. */
function put({ engine }: StandIn, target: string, value: unknown): number | null {
  const headers = [['Authorization', 'Push dev']] as const;
  return answerNow(engine, toCall(engine, { method: 'POST', target, headers, body: toBytes(value) })).exchange
    .status;
}

describeThroughDoors('the documented rate limit', (standIn) => {
  it('lets exactly 1000 pass in 60 seconds', async () => {
    for (let time = 0; time < 998; time += 1) expect(put(standIn, '/users', user)).toBe(202);
    expect(await push(standIn, 3)).toEqual([202, 202, 429]);
    standIn.clock.advance(59_999);
    expectRefusal(await standIn.post('/users', user), 429, [overRate(1000, 1)]);
    standIn.clock.advance(1);
    expectAccepted(await standIn.post('/users', user));
  });
});

describeThroughDoors(
  'a rate limit',
  (standIn) => {
    it('answers with four headers that agree with the text', async () => {
      await push(standIn, 3);
      standIn.clock.advance(1000);
      const reply = await standIn.post('/users', user);
      expectRefusal(reply, 429, [overRate(3, 59)]);
      expect(reply.headers).toMatchObject({
        'x-ratelimit-limit': '3',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil((START + 60_000) / 1000)),
        'retry-after': '59',
      });
    });

    it.each([
      [0, 60],
      [1, 60],
      [999, 60],
      [1000, 59],
      [1001, 59],
      [58_999, 2],
      [59_000, 1],
      [59_999, 1],
    ])('asks after %i ms for %i seconds, always as "seconds" and never too few', async (passed, seconds) => {
      await push(standIn, 3);
      standIn.clock.advance(passed);
      const reply = await standIn.post('/users', user);
      expectRefusal(reply, 429, [overRate(3, seconds)]);
      const [now, end] = [standIn.clock.now(), START + 60_000];
      expect(now + Number(reply.headers['retry-after']) * 1000 - end).toBeGreaterThanOrEqual(0);
      expect(now + Number(reply.headers['retry-after']) * 1000 - end).toBeLessThan(1000);
      expect(Number(reply.headers['x-ratelimit-reset']) * 1000 - end).toBeGreaterThanOrEqual(0);
      expect(Number(reply.headers['x-ratelimit-reset']) * 1000 - end).toBeLessThan(1000);
    });

    it('counts from the first request that was counted, not from the minute', async () => {
      await push(standIn, 1);
      standIn.clock.advance(59_999);
      expect(await push(standIn, 3)).toEqual([202, 202, 429]);
      standIn.clock.advance(1);
      expect(await push(standIn, 4)).toEqual([202, 202, 202, 429]);
    });

    it('opens no new window before the next request', async () => {
      await push(standIn, 1);
      standIn.clock.advance(100_000);
      await push(standIn, 3);
      standIn.clock.advance(59_999);
      expect(await push(standIn, 1)).toEqual([429]);
      standIn.clock.advance(1);
      expect(await push(standIn, 1)).toEqual([202]);
    });

    it('neither counts what it refuses nor waits longer for it', async () => {
      await push(standIn, 10);
      standIn.clock.advance(59_000);
      await push(standIn, 10);
      standIn.clock.advance(1000);
      expect(await push(standIn, 4)).toEqual([202, 202, 202, 429]);
    });

    it('does not count 401, 404 and 413', async () => {
      expectRefusal(await standIn.post('/users', user, { headers: { Authorization: 'Basic dev' } }), 401, [
        TEXT_401,
      ]);
      expectRefusal(await standIn.post('/nowhere', user), 404, [TEXT_404]);
      expect((await standIn.post('/users', 'x'.repeat(102_401))).status).toBe(413);
      expect(await push(standIn, 4)).toEqual([202, 202, 202, 429]);
    });

    it('counts 400 and 422', async () => {
      expect((await standIn.post('/users', '{')).status).toBe(400);
      expect((await standIn.post('/users', {})).status).toBe(422);
      expect(await push(standIn, 2)).toEqual([202, 429]);
    });

    it('counts every operation of the account together', async () => {
      await standIn.post('/events', { name: 'x', user: 1 });
      await standIn.delete('/companies', { identifier: 1 });
      expect(await push(standIn, 2)).toEqual([202, 429]);
    });

    it('sends its headers with a 429 only', async () => {
      const replies = [
        await standIn.post('/users', user),
        await standIn.post('/users', {}),
        await standIn.post('/nowhere', {}),
      ];
      for (const { headers } of replies) {
        expect(
          Object.keys(headers).filter((name) => name.startsWith('x-ratelimit') || name === 'retry-after'),
        ).toEqual([]);
      }
    });

    it('applies nothing of what it refuses', async () => {
      await push(standIn, 3);
      await standIn.post('/users', { identifier: 'user-2' });
      expect(standIn.users()).toHaveLength(1);
    });
  },
  { rateLimit: '3/60s' },
);

describeThroughDoors(
  'a rate limit that is off',
  (standIn) => {
    it('refuses nobody', async () => {
      expect(new Set(await push(standIn, 50))).toEqual(new Set([202]));
    });
  },
  { rateLimit: 'off' },
);

describeThroughDoors(
  'the tiny rate limit',
  (standIn) => {
    it('is 5 requests in 2 seconds', async () => {
      expect(await push(standIn, 6)).toEqual([202, 202, 202, 202, 202, 429]);
      expectRefusal(await standIn.post('/users', user), 429, [overRate(5, 2, 2)]);
      standIn.clock.advance(2000);
      expect(await push(standIn, 1)).toEqual([202]);
    });
  },
  { rateLimit: 'tiny' },
);

describeThroughDoors(
  'what an account keeps',
  (standIn) => {
    it('are its newest 10,000 events and messages, and how many it let go', async () => {
      for (let index = 1; index <= 10_002; index += 1) {
        const [event, message] = [
          { name: `event ${index}`, user: 1 },
          { template: `template ${index}`, user: 1 },
        ];
        if (index <= 10_000) {
          put(standIn, '/events', event);
          put(standIn, '/messages', message);
        } else {
          await standIn.post('/events', event);
          await standIn.post('/messages', message);
        }
      }
      const account = standIn.engine.accounts.named('dev');
      if (account === null) throw new Error('Any key opens an account.');
      expect(standIn.engine.service.counts(account.world)).toMatchObject({
        events: 10_000,
        events_dropped: 2,
        messages: 10_000,
        messages_dropped: 2,
      });
      expect(standIn.events()[0]).toMatchObject({ name: 'event_3' });
      expect(standIn.messages()[0]).toMatchObject({ template: 'template 3' });
    });
  },
  { rateLimit: 'off', journal: { mostExchanges: 10 } },
);
