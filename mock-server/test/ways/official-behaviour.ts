import { contract } from '@understudy/openapi/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings, type Exchange, steerClock } from '../../src/index.ts';
import { until, untilSettled } from '../fronts/until.ts';
import { viewAll } from '../stand-in.ts';
import { EVERYTHING, type OfficialCall } from './official-calls.ts';
import { expectEverything, REFUSALS } from './official-expected.ts';
import { OFFICIAL_REFUSALS } from './official-refusals.ts';
import type { OfficialWay } from './official-way.ts';

const ANN: OfficialCall = ['users.push', 'ann'];
const MANY = 300;

const header = ({ answerHeaders }: Exchange, name: string): string | undefined =>
  answerHeaders[answerHeaders.indexOf(name) + 1];

/** What the official client lives through, unmodified and with its defaults, whichever way it comes here. */
export function describeOfficialClient(title: string, open: () => Promise<OfficialWay>): void {
  describe(`the official client by ${title}`, () => {
    let way: OfficialWay;

    beforeAll(async () => {
      way = await open();
    });
    afterAll(() => way.close());
    beforeEach(() => way.engine.reset(['state', 'journal', 'faults', 'clock', 'limits', 'settings']));

    const users = (key: string): unknown[] =>
      viewAll(way.engine, 'users', key).map(({ identifier }) => identifier);

    it('has all taken that it can say', async () => {
      expectEverything(way.engine, 'official', await way.send('official', EVERYTHING), way.door);
    });

    it('sends nothing of what it refuses itself', async () => {
      const came = await way.send('k', [
        ['users.push', {}],
        ['events.push', { user: 'ann' }],
        ['users.push', 7],
      ]);
      expect(came).toEqual([
        'Missing required attribute identifier or email',
        'Missing required attribute name',
        'Missing required attributes object',
      ]);
      expect(way.engine.journal.size).toBe(0);
    });

    it('is treated as every magic key says', async () => {
      expect(Object.keys(REFUSALS)).toEqual(Object.keys(contract.magicKeys.endings).toSorted());
      const came = await Promise.all(
        Object.entries(REFUSALS).map(async ([ending, { length }]) => {
          const calls = Array.from({ length }, () => ANN);
          return [ending, await way.send(`k+${ending}`, calls)] as const;
        }),
      );
      expect(Object.fromEntries(came)).toEqual(REFUSALS);
      expect(way.engine.journal.size).toBe(Object.values(REFUSALS).flat().length);
    });

    it.each(OFFICIAL_REFUSALS.map((refusal) => [refusal.what, refusal] as const))(
      'meets %s',
      async (_what, { key = 'k', settings, effect, calls, came, journal, users: left }) => {
        if (settings !== undefined) changeSettings(way.engine, 'k', settings);
        if (effect !== undefined) way.engine.faults.arm({ times: 1, effect });
        expect(await way.send(key, calls)).toEqual(came);
        const entries = await untilSettled(way.engine, journal.length);
        expect(entries.map(({ status, delivered }) => [status, delivered])).toEqual(journal);
        expect(users('k')).toEqual(left);
      },
    );

    it('meets 429 beyond the limit of its account, and is let in again when the window is over', async () => {
      steerClock(way.engine, { mode: 'frozen' });
      changeSettings(way.engine, 'k', { rate_limit: '2/60s' });
      expect(await way.send('k', [ANN, ANN, ANN])).toEqual([202, 202, 429]);
      const refused = [...way.engine.journal.entries()].at(-1);
      expect(refused && header(refused, 'Retry-After')).toBe('60');
      expect(await way.send('other', [ANN])).toEqual([202]);
      steerClock(way.engine, { advance_ms: 60_000 });
      expect(await way.send('k', [ANN])).toEqual([202]);
    });

    it('waits for an answer that is held, and gets it when the fault is cleared', async () => {
      const fault = way.engine.faults.arm({ times: 1, effect: { hold: true } });
      const came = way.send('k', [ANN, ANN]);
      await until(() => fault.held.size === 1);
      way.engine.faults.discard(fault);
      expect(await came).toEqual([503, 202]);
    });

    it(`is answered ${MANY} times without ever reading, one after the other and all at once`, async () => {
      const calls = Array.from(
        { length: MANY },
        (_, index): OfficialCall => [
          'users.push',
          // Every second answer has a body.
          index % 2 === 0 ? { identifier: `user-${index}` } : { identifier: '' },
        ],
      );
      const expected = calls.map((_, index) => (index % 2 === 0 ? 202 : 422));
      expect(await way.send('k', calls)).toEqual(expected);
      expect(await way.send('k', calls, true)).toEqual(expected);
      const entries = await untilSettled(way.engine, 2 * MANY);
      expect(new Set(entries.map(({ delivered }) => delivered))).toEqual(new Set(['full']));
      expect(users('k')).toHaveLength(MANY / 2);
    });
  });
}
