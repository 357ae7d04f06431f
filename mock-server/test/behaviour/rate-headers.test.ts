import { expect, it } from 'vitest';
import { describeThroughDoors, type Reply, START } from '../stand-in.ts';

const user = { identifier: 'user-1' };
const RESET = String(Math.ceil((START + 60_000) / 1000));

const told = ({ status, headers }: Reply) => [
  status,
  headers['x-ratelimit-limit'],
  headers['x-ratelimit-remaining'],
  headers['x-ratelimit-reset'],
  headers['retry-after'],
];

describeThroughDoors(
  'the rate headers, when they are wanted with every answer',
  (standIn) => {
    it('count down with what passes and with what is refused after the limit was asked', async () => {
      expect(told(await standIn.post('/users', user))).toEqual([202, '3', '2', RESET, undefined]);
      standIn.clock.advance(1000);
      expect(told(await standIn.post('/users', {}))).toEqual([422, '3', '1', RESET, undefined]);
      expect(told(await standIn.post('/users', '{'))).toEqual([400, '3', '0', RESET, undefined]);
      expect(told(await standIn.post('/users', user))).toEqual([429, '3', '0', RESET, '59']);
    });

    it('stay as they are for what does not count', async () => {
      await standIn.post('/users', user);
      expect(told(await standIn.post('/nowhere', {}))).toEqual([404, '3', '2', RESET, undefined]);
      expect(told(await standIn.post('/users', 'x'.repeat(102_401)))).toEqual([
        413,
        '3',
        '2',
        RESET,
        undefined,
      ]);
      standIn.engine.faults.arm({ effect: { status: 503 } });
      expect(told(await standIn.post('/users', user))).toEqual([503, '3', '2', RESET, undefined]);
    });

    it('tell of a window that would begin now where none is open', async () => {
      standIn.engine.faults.arm({ times: 1, effect: { status: 500 } });
      expect(told(await standIn.post('/users', user))).toEqual([500, '3', '3', RESET, undefined]);
    });

    it('come with a 403 of the plan', async () => {
      const account = standIn.engine.accounts.open('dev');
      if (account === null) throw new Error('There is room for it.');
      standIn.engine.configure(account, { features: { companies: false } });
      expect(told(await standIn.post('/companies', { identifier: 1 }))).toEqual([
        403,
        '3',
        '2',
        RESET,
        undefined,
      ]);
    });

    it('are there once with a 429, whoever answers it', async () => {
      const { headers } = await standIn.post('/users', user, { key: 'dev+429' });
      expect([headers['x-ratelimit-limit'], headers['x-ratelimit-remaining']]).toEqual(['3', '0']);
      expect(
        standIn.lastExchange().answerHeaders.filter((name) => name === 'X-RateLimit-Limit'),
      ).toHaveLength(1);
    });

    it('do not come with a 401, nor to an account that does not want them or has no limit', async () => {
      expect(told(await standIn.post('/users', user, { key: 'null' }))[1]).toBeUndefined();
      for (const change of [{ rateHeaders: false }, { rateLimit: 'off' }]) {
        const account = standIn.engine.accounts.open(JSON.stringify(change));
        if (account === null) throw new Error('There is room for it.');
        standIn.engine.configure(account, change);
        const reply = await standIn.post('/users', user, { key: JSON.stringify(change) });
        expect(told(reply)).toEqual([202, undefined, undefined, undefined, undefined]);
      }
    });
  },
  { rateLimit: '3/60s', rateHeaders: true },
);

describeThroughDoors('the rate limit of one account', (standIn) => {
  it('may be any profile, while that of the others stays', async () => {
    const configure = (key: string, rateLimit: string): void => {
      const account = standIn.engine.accounts.open(key);
      if (account === null) throw new Error('There is room for it.');
      standIn.engine.configure(account, { rateLimit });
    };
    const passing = async (key: string, most: number): Promise<number> => {
      for (let passed = 0; passed < most; passed += 1)
        if ((await standIn.post('/users', user, { key })).status === 429) return passed;
      return most;
    };
    configure('tiny', 'tiny');
    configure('off', 'off');
    configure('two', '2/1m');
    expect([await passing('tiny', 20), await passing('off', 20), await passing('two', 20)]).toEqual([
      5, 20, 2,
    ]);
    expect(await passing('documented', 20)).toBe(20);
    standIn.clock.advance(2000);
    expect([await passing('tiny', 20), await passing('two', 20)]).toEqual([5, 0]);
    configure('two', 'documented');
    expect(await passing('two', 20)).toBe(20);
  });
});
