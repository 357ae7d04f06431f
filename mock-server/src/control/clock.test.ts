import type { components } from '@understudy/openapi/control/types';
import { describe, expect, it } from 'vitest';
import { createFixture, type DeskAnswer, START } from '../../test/desk/desk-fixture.ts';

type Clock = components['schemas']['Clock'];

const at = (ms: number): string => new Date(START + ms).toISOString();

const open = (options: Parameters<typeof createFixture>[0] = {}) => {
  const fixture = createFixture(options);
  const { ask, push } = fixture;
  const read = ({ json }: DeskAnswer): Clock => json as unknown as Clock;
  return {
    ...fixture,
    steer: async (json: unknown) => read(await ask('POST', '/_control/clock', { json })),
    tell: async (query = '') => read(await ask('GET', `/_control/clock${query}`)),
    limiterOf: async (key: string) => (await ask('GET', `/_control/accounts/${key}`)).json.limiter,
    pushes: (times: number, key = 'dev') =>
      Array.from({ length: times }, () => push(key, 'POST', '/users', { identifier: 1 })),
  };
};

describe('the clock at the desk', () => {
  it('runs, and is told for all and for an account that has none of its own', async () => {
    const { tell, clock, engine } = open();
    clock.advance(5);
    expect(await tell()).toEqual({ now: at(5), mode: 'system', account: null, own: true });
    expect(await tell('?account=dev')).toEqual({
      now: at(5),
      mode: 'system',
      account: engine.accounts.handleOf('dev'),
      own: false,
    });
    expect(engine.accounts.list()).toEqual([]);
  });

  it('that is refused a move opens no account', async () => {
    const { ask, engine } = open();
    const json = { account: 'dev', now: '9999-12-31T23:59:59Z', advance_ms: 100_000 };
    expect((await ask('POST', '/_control/clock', { json })).status).toBe(400);
    expect(engine.accounts.list()).toEqual([]);
  });

  it('stops at the end of the last year that can be written down', async () => {
    const { steer, clock, tell } = open();
    await steer({ now: '9999-12-31T23:59:59.500Z' });
    clock.advance(10_000);
    expect(await tell()).toMatchObject({ now: '9999-12-31T23:59:59.999Z', mode: 'system' });
    expect(await steer({ mode: 'frozen' })).toMatchObject({ mode: 'frozen' });
  });

  it('is stopped, set, advanced, and let run again', async () => {
    const { steer, clock } = open();
    expect(await steer({ mode: 'frozen' })).toMatchObject({ now: at(0), mode: 'frozen' });
    clock.advance(1000);
    expect(await steer({ advance_ms: 60_000 })).toMatchObject({ now: at(60_000), mode: 'frozen' });
    expect(await steer({ now: '2026-01-12T09:30:00+01:30' })).toMatchObject({
      now: '2026-01-12T08:00:00.000Z',
    });
    expect(await steer({ now: '2026-01-12T08:00:00.5Z', advance_ms: 250 })).toMatchObject({
      now: '2026-01-12T08:00:00.750Z',
    });
    expect(await steer({ mode: 'system' })).toMatchObject({ now: at(1000), mode: 'system' });
    expect(await steer({ advance_ms: 5 })).toMatchObject({ now: at(1005), mode: 'system' });
    clock.advance(1);
    expect(await steer({})).toMatchObject({ now: at(1006) });
  });

  it('freezes, sends 1000 and one more, advances 60 seconds, and lets in again', async () => {
    const { steer, pushes, limiterOf } = open();
    await steer({ mode: 'frozen', now: '2026-01-12T08:00:00Z' });
    const seen = pushes(1001).map(({ status }) => status);
    expect([seen.filter((status) => status === 202).length, seen.at(-1)]).toEqual([1000, 429]);
    expect(await limiterOf('dev')).toEqual({
      used: 1000,
      limit: 1000,
      began_at: '2026-01-12T08:00:00.000Z',
      resets_at: '2026-01-12T08:01:00.000Z',
      why: 'All 1000 requests of this window are used; the next one passes in 60 seconds.',
      last_refusal: {
        at: '2026-01-12T08:00:00.000Z',
        why: 'All 1000 requests of the window that ends at 2026-01-12T08:01:00.000Z were used.',
      },
    });
    await steer({ advance_ms: 60_000 });
    expect(pushes(1).map(({ status }) => status)).toEqual([202]);
    expect(await limiterOf('dev')).toMatchObject({
      used: 1,
      last_refusal: { at: '2026-01-12T08:00:00.000Z' },
    });
  });

  it('is another for an account that was given one, until that is reset', async () => {
    const { steer, tell, ask, clock } = open();
    await steer({ account: 'dev', mode: 'frozen', advance_ms: 1000 });
    clock.advance(5);
    expect(await tell('?account=dev')).toMatchObject({ now: at(1000), mode: 'frozen', own: true });
    expect([(await tell()).now, (await tell('?account=other')).now]).toEqual([at(5), at(5)]);
    expect((await ask('GET', '/_control/accounts/dev')).json.clock).toMatchObject({
      now: at(1000),
      own: true,
    });
    await ask('POST', '/_control/reset', { json: { account: 'dev', what: ['clock'] } });
    expect(await tell('?account=dev')).toMatchObject({ now: at(5), mode: 'system', own: false });
  });

  it('jumps to where the next request passes', async () => {
    const { steer, pushes, clock } = open({ rateLimit: '2/60s' });
    pushes(1);
    clock.advance(12_345);
    expect(pushes(2).map(({ status }) => status)).toEqual([202, 429]);
    expect(await steer({ account: 'dev', advance_ms: 'next-window' })).toMatchObject({ now: at(60_000) });
    expect(pushes(1).map(({ status }) => status)).toEqual([202]);
    expect(await steer({ account: 'dev', advance_ms: 'next-window' })).toMatchObject({ now: at(60_000) });
  });

  it.each<[unknown, string, string]>([
    [{ mode: 'frosen' }, '/mode', 'one of system, frozen'],
    [{ now: 'noon' }, '/now', '"noon" is no time; write it as 2026-01-12T08:00:00Z.'],
    [{ now: '2026-02-31T00:00:00Z' }, '/now', 'is no time'],
    [{ now: '2026-01-12T08:00:00' }, '/now', 'is no time'],
    [{ now: '0000-01-01T00:00:00+01:00' }, '/now', 'years 0 to 9999'],
    [{ now: 7 }, '/now', 'a text that is not empty'],
    [{ advance_ms: -1 }, '/advance_ms', 'from 0 to'],
    [{ advance_ms: 1.5 }, '/advance_ms', 'a whole number'],
    [{ advance_ms: 'next' }, '/advance_ms', 'next-window'],
    [{ now: '9999-12-31T23:59:59Z', advance_ms: 1000 }, '/advance_ms', 'years 0 to 9999'],
    [{ account: 'acct_000000000000', mode: 'frozen' }, '/account', 'name it by its push key'],
    [{ advance: 5 }, '/advance', 'did you mean "advance_ms"?'],
  ])('refuses %j and moves nothing', async (json, path, part) => {
    const { ask, tell, engine } = open();
    const { status, json: answer } = await ask('POST', '/_control/clock', { json });
    expect([status < 500, answer.error.path]).toEqual([true, path]);
    expect(answer.error.message).toContain(part);
    expect([(await tell()).now, (await tell()).mode, engine.accounts.list()]).toEqual([at(0), 'system', []]);
  });

  it('never leaves the years that can be written, however often it is advanced', async () => {
    const { ask, tell } = open();
    const statuses: number[] = [];
    for (let index = 0; index < 30; index += 1)
      statuses.push(
        (await ask('POST', '/_control/clock', { json: { advance_ms: 10_000_000_000_000 } })).status,
      );
    expect(new Set(statuses)).toEqual(new Set([200, 400]));
    expect((await tell()).now).toMatch(/^9\d{3}-/);
  });
});
