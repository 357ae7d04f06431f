import { describe, expect, it } from 'vitest';
import { createFixture, type Fixture } from '../../test/desk/desk-fixture.ts';

const RESET = '/_control/reset';

const createFilled = (): Fixture => {
  const fixture = createFixture();
  for (const key of ['a', 'b']) fixture.push(key, 'POST', '/users', { identifier: 1 });
  return fixture;
};

const stateOf = async ({ ask }: Fixture, key: string): Promise<readonly (number | undefined)[]> => {
  const account = (await ask('GET', `/_control/accounts/${key}`)).json;
  const exchanges = (await ask('GET', `/_control/exchanges?account=${key}`)).json;
  return [account.counts.users, exchanges.items.length, account.limiter.used];
};

describe('a reset', () => {
  it('forgets the state, the journal and the windows of all accounts when nothing else is said', async () => {
    const fixture = createFilled();
    const { json } = await fixture.ask('POST', RESET);
    expect(json).toEqual({ reset: ['state', 'journal', 'faults', 'clock', 'limits'], account: null });
    expect([await stateOf(fixture, 'a'), await stateOf(fixture, 'b')]).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('may mean one account', async () => {
    const fixture = createFilled();
    const handle = fixture.engine.accounts.named('a')?.handle;
    expect((await fixture.ask('POST', RESET, { json: { account: 'a' } })).json.account).toBe(handle);
    expect([await stateOf(fixture, 'a'), await stateOf(fixture, 'b')]).toEqual([
      [0, 0, 0],
      [1, 1, 1],
    ]);
  });

  it.each([
    ['state', [0, 1, 1]],
    ['journal', [1, 0, 1]],
    ['limits', [1, 1, 0]],
  ])('may mean %s alone', async (part, left) => {
    const fixture = createFilled();
    expect((await fixture.ask('POST', RESET, { json: { what: [part, part] } })).json.reset).toEqual([part]);
    expect(await stateOf(fixture, 'a')).toEqual(left);
  });

  it.each([
    [{ what: ['users'] }, '/what/0', 'one of state'],
    [{ what: ['state', 'jounral'] }, '/what/1', 'journal'],
    [{ what: [] }, '/what', 'a list'],
    [{ what: 'state' }, '/what', 'a list'],
    [{ what: [null] }, '/what/0', 'one of state'],
  ])('refuses %j and says what may be reset', async (json, path, part) => {
    const fixture = createFilled();
    const answer = await fixture.ask('POST', RESET, { json });
    expect([answer.status, answer.json.error.path]).toEqual([400, path]);
    expect(answer.json.error.message).toContain(part);
    expect(await stateOf(fixture, 'a')).toEqual([1, 1, 1]);
  });

  it('takes null for what is not said', async () => {
    const { ask } = createFilled();
    expect((await ask('POST', RESET, { json: { account: null, what: null } })).json.account).toBeNull();
  });
});
