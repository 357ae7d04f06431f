import { describe, expect, it } from 'vitest';
import { createFixture, type DeskJson, type Fixture } from '../../test/desk/desk-fixture.ts';

const count = async ({ ask }: Fixture, json: unknown): Promise<DeskJson> =>
  (await ask('POST', '/_control/exchanges/count', { json })).json;

const createFilled = (): Fixture => {
  const fixture = createFixture();
  fixture.push('dev', 'POST', '/users', {
    identifier: 7,
    properties: { Plan: 'pro', tags: ['a', 'b'], seats: 3 },
  });
  fixture.push('dev', 'POST', '/users', { identifier: 8, properties: { plan: 'trial' } });
  fixture.push('dev', 'POST', '/users', { email: 'no' });
  fixture.push('other', 'POST', '/events', { name: 'e', user: 7 });
  return fixture;
};

describe('verifying a number of exchanges', () => {
  it.each([
    [{ operation: 'pushUser', exactly: 3 }, 3],
    [{ operation: 'pushUser', at_least: 2, at_most: 3 }, 3],
    [{ account: 'other', at_least: 1 }, 1],
    [{ operation: 'pushMessage', exactly: 0 }, 0],
    [{ at_most: 4 }, 4],
    [{ at_least: 0 }, 4],
    [{ exactly: null, at_least: null, at_most: null }, 4],
  ])('is content with %j', async (order, expected) => {
    expect(await count(createFilled(), order)).toMatchObject({ count: expected, complete: true });
  });

  it.each([
    [
      { operation: 'pushUser', status: 202, exactly: 3 },
      '/exactly',
      'Exactly 3 exchanges with operation pushUser and status 202 were expected, but there are 2. Instead came: 1 × pushUser 422, 1 × pushEvent 202. Closest is ex_0000000003 (pushUser 422): /status is 422 (Email is invalid), not 202. Next is ex_0000000004 (pushEvent 202): /operation is "pushEvent", not "pushUser".',
    ],
    [
      { operation: 'pushEvent', at_most: 0 },
      '/at_most',
      'No exchange with operation pushEvent was expected, but there is 1: ex_0000000004 (pushEvent 202).',
    ],
    [
      { operation: 'pushEvent', exactly: 0 },
      '/exactly',
      'No exchange with operation pushEvent was expected, but there is 1: ex_0000000004 (pushEvent 202).',
    ],
    [
      { body: { identifier: 9 }, at_least: 1, at_most: 2 },
      '/at_least',
      '1 to 2 exchanges with body {"identifier":9} were expected, but there is none. Instead came: 2 × pushUser 202, 1 × pushUser 422, 1 × pushEvent 202. Closest is ex_0000000004 (pushEvent 202): /body/identifier is missing, not 9. Next is ex_0000000003 (pushUser 422): /body/identifier is missing, not 9. Next is ex_0000000002 (pushUser 202): /body/identifier is 8, not 9.',
    ],
    [
      { at_least: 1, at_most: 3 },
      '/at_most',
      '1 to 3 exchanges were expected, but there are 4: ex_0000000001 (pushUser 202), ex_0000000002 (pushUser 202), ex_0000000003 (pushUser 422) and ex_0000000004 (pushEvent 202).',
    ],
  ])('refuses %j', async (json, path, message) => {
    const answer = await createFilled().ask('POST', '/_control/exchanges/count', { json });
    expect([answer.status, answer.json.error]).toEqual([409, { code: 'expectation_failed', message, path }]);
  });

  describe('of which some had to make room', () => {
    const createDropping = (): Fixture => {
      const fixture = createFixture({ journal: { mostExchanges: 3 } });
      for (const identifier of [1, 2]) fixture.push('dev', 'POST', '/users', { identifier });
      for (const identifier of [1, 2]) fixture.push('other', 'POST', '/users', { identifier });
      return fixture;
    };

    it.each([
      [{ account: 'dev', exactly: 1 }, '/exactly', 'and there is 1.'],
      [{ account: 'dev', at_most: 1 }, '/at_most', 'and there is 1.'],
      [{ account: 'dev', at_least: 1, at_most: 1 }, '/at_most', 'and there is 1.'],
      [{ account: 'dev', at_least: 2 }, '/at_least', 'but there is 1.'],
      [{ exactly: 3 }, '/exactly', 'and there are 3.'],
      [{ operation: 'pushEvent', exactly: 0 }, '/exactly', 'and there is none.'],
      [
        { account: 'dev', since: 'ex_0000000000', at_most: 5 },
        '/at_most',
        'since ex_0000000000 to make room',
      ],
    ])('cannot vouch for %j and says so', async (json, path, said) => {
      const fixture = createDropping();
      const { status, json: answer } = await fixture.ask('POST', '/_control/exchanges/count', { json });
      expect([status, answer.error.code, answer.error.path]).toEqual([409, 'expectation_failed', path]);
      expect(answer.error.message).toContain(said);
      expect(answer.error.message).toMatch(
        /The journal had to drop exchanges.* to make room \(1 of all\), so this cannot be told for certain/,
      );
    });

    it.each([
      [
        { account: 'dev', at_least: 1 },
        { count: 1, complete: false },
      ],
      [{ at_least: 3 }, { count: 3, complete: false }],
      [
        { account: 'other', exactly: 2 },
        { count: 2, complete: true },
      ],
      [
        { account: 'nobody', exactly: 0 },
        { count: 0, complete: true },
      ],
      [
        { account: 'dev', since: 'ex_0000000001', exactly: 1 },
        { count: 1, complete: true },
      ],
      [
        { since: 'ex_0000000002', at_most: 2 },
        { count: 2, complete: true },
      ],
    ])('still vouches for %j', async (json, expected) => {
      expect(await count(createDropping(), json)).toMatchObject(expected);
    });

    it('does not blame what was dropped for too many', async () => {
      const { ask } = createDropping();
      const { json } = await ask('POST', '/_control/exchanges/count', {
        json: { account: 'dev', at_most: 0 },
      });
      expect(json.error.message).toMatch(/but there is 1: ex_0000000002 \(pushUser 202\)\.$/);
    });
  });
});
