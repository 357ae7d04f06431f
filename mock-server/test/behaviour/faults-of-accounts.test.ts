import { describe, expect, it } from 'vitest';
import { armFault, createUserlistEngine, UsageError } from '../../src/index.ts';
import { describeThroughDoors, expectAccepted } from '../stand-in.ts';

const user = { identifier: 'user-1' };
const KEYS = Array.from({ length: 50 }, (_, index) => `key-${index}`);

describeThroughDoors('fifty accounts with contradicting faults', (standIn) => {
  it('do not affect each other', async () => {
    for (const [index, key] of KEYS.entries())
      armFault(standIn.engine, {
        name: 'x',
        account: key,
        from: 1 + (index % 3),
        times: 1 + (index % 2),
        effect: { status: 500 + (index % 10) },
      });
    const expectedOf = (index: number): number[] =>
      Array.from({ length: 5 }, (_, place) => {
        const isHit = place >= index % 3 && place <= (index % 3) + (index % 2);
        return isHit ? 500 + (index % 10) : 202;
      });
    const seen = KEYS.map((): number[] => []);
    for (let place = 0; place < 5; place += 1)
      await Promise.all(
        KEYS.map(async (key, index) =>
          seen[index]?.push((await standIn.post('/users', user, { key })).status),
        ),
      );
    expect(seen).toEqual(KEYS.map((_, index) => expectedOf(index)));
    for (const [index, key] of KEYS.entries())
      expect(standIn.engine.faults.list(key)).toMatchObject([{ name: 'x', fired: 1 + (index % 2) }]);
  });

  it('may have one of them cleared, or its account forgotten, while the others’ stay', async () => {
    for (const account of ['one', 'two', 'three'])
      armFault(standIn.engine, { name: 'x', account, effect: { status: 503 } });
    standIn.engine.faults.clear({ account: 'one' });
    const two = standIn.engine.accounts.named('two');
    if (two === null) throw new Error('Any key names an account.');
    standIn.engine.reset(['faults'], two);
    const statusOf = async (key: string) => (await standIn.post('/users', user, { key })).status;
    expect([await statusOf('one'), await statusOf('two'), await statusOf('three')]).toEqual([202, 202, 503]);
  });

  it('have those for everybody beside their own', async () => {
    armFault(standIn.engine, { name: 'own', account: 'one', times: 1, effect: { status: 500 } });
    armFault(standIn.engine, { preset: 'outage' });
    expect((await standIn.post('/users', user, { key: 'one' })).status).toBe(500);
    expect((await standIn.post('/users', user, { key: 'one' })).status).toBe(503);
    expect((await standIn.post('/users', user, { key: 'two' })).status).toBe(503);
    standIn.engine.faults.clear({ account: null });
    expectAccepted(await standIn.post('/users', user, { key: 'one' }));
  });
});

describe('an order that is carried out in code', () => {
  it('names its account by key or handle', () => {
    const engine = createUserlistEngine();
    const handle = engine.accounts.handleOf('dev');
    const [byKey] = armFault(engine, { account: 'dev', preset: 'outage' });
    const [byHandle] = armFault(engine, { account: handle, preset: 'slow' });
    expect([byKey?.account, byHandle?.account]).toEqual([handle, handle]);
    expect(engine.faults.arm({ account: 'dev', effect: { status: 500 } }).account).toBe(handle);
  });

  it('begins a timeline, and returns what that has armed by now', () => {
    const engine = createUserlistEngine();
    const armed = armFault(engine, {
      account: 'dev',
      timeline: [
        { at_ms: 0, arm: { preset: 'slow' } },
        { at_ms: 60_000, arm: { preset: 'outage' } },
      ],
    });
    expect(armed.map(({ name }) => name)).toEqual(['slow']);
    expect(engine.timelines.owners()).toEqual([engine.accounts.handleOf('dev')]);
  });

  it.each<[unknown, RegExp]>([
    [null, /^An order is an object/],
    [[{ at_ms: 0, clear: '*' }], /^An order is an object/],
    [{}, /^\/effect: There is neither an effect nor a preset/],
    [{ effect: { staus: 503 } }, /^\/effect\/staus: .*did you mean "status"/],
    [{ effect: { status: '503' } }, /^\/effect\/status: .*from 200 to 599/],
    [{ preset: 'outrage' }, /^\/preset: .*one of outage, /],
    [{ operation: 'pushUsers', preset: 'outage' }, /^\/operation: .*did you mean "pushUser"/],
    [{ effect: { headers: { A: 'b\nC: d' } } }, /^\/effect\/headers\/A: .*in one line/],
    [{ account: 'acct_000000000000', preset: 'outage' }, /^\/account: .*name it by its push key/],
    [
      { timeline: [{ at_ms: 0, arm: { operation: 'pushEvents', preset: 'slow' } }] },
      /^\/timeline\/0\/arm\/operation: .*did you mean "pushEvent"/,
    ],
  ])('throws on %j and says what to do', (order, message) => {
    const engine = createUserlistEngine();
    expect(() => armFault(engine, order as object)).toThrow(UsageError);
    expect(() => armFault(engine, order as object)).toThrow(message);
    expect([engine.faults.size, engine.timelines.size]).toEqual([0, 0]);
  });
});

describe('an account with faults', () => {
  const open = () => {
    const engine = createUserlistEngine({ rateLimit: 'off' });
    const crowd = async (): Promise<void> => {
      for (let index = 0; index <= 10_000; index += 1) {
        const account = engine.accounts.open(`crowd-${index}`);
        // Those that were never used go first.
        if (account !== null) account.requests = 1;
      }
    };
    const isThere = (key: string): boolean =>
      engine.accounts.list().some(({ handle }) => handle === engine.accounts.handleOf(key));
    return { engine, crowd, isThere };
  };

  it('does not make room while one of them could still fire, or a timeline goes on', async () => {
    const { engine, crowd, isThere } = open();
    armFault(engine, { account: 'armed', times: 1, effect: { status: 503 } });
    armFault(engine, { account: 'waiting', timeline: [{ at_ms: 60_000, arm: { preset: 'outage' } }] });
    engine.accounts.open('idle');
    await crowd();
    expect(engine.accounts.evicted).toBeGreaterThan(0);
    expect([isThere('armed'), isThere('waiting'), isThere('idle')]).toEqual([true, true, false]);
  });

  it('makes room when they are used up', async () => {
    const { engine, crowd, isThere } = open();
    armFault(engine, { account: 'spent', times: 1, effect: { status: 503 } });
    const response = await engine.handle(
      new Request('http://localhost/users', { method: 'POST', headers: { Authorization: 'Push spent' } }),
    );
    expect(response.status).toBe(503);
    await crowd();
    expect(isThere('spent')).toBe(false);
    expect(engine.faults.list('spent')).toMatchObject([{ fired: 1 }]);
  });
});
