import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpHandler } from 'msw';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createUserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine, type UserlistEngine } from '../../src/index.ts';
import { HEAD, type MswServer, push, USERS } from './msw-server.ts';

export type Msw = {
  setupServer(...handlers: HttpHandler[]): MswServer;
  getResponse(handlers: HttpHandler[], request: Request): Promise<Response | undefined>;
};

/** What outlives a request, whichever version of MSW there is. */
export function describeMswLife(title: string, { setupServer, getResponse }: Msw, many = 10_000): void {
  describe(`a server with ${title}`, () => {
    it('lets requests pass when it is closed, and takes them when it listens again', async () => {
      // MSW 3 would not look again at a connection that was made while it was closed.
      const real = createServer((_, response) => response.setHeader('connection', 'close').end('real'));
      onTestFinished(() => void real.close());
      await once(real.listen(0, '127.0.0.1'), 'listening');
      const host = `127.0.0.1:${(real.address() as AddressInfo).port}`;
      const ask = async (): Promise<number> => (await push({}, `http://${host}/users`)).status;
      const server = setupServer(...userlistHandlers(createUserlistEngine(), { hosts: [host] }));
      expect(await ask()).toBe(200);
      for (let times = 0; times < 2; times += 1) {
        server.listen(createUserlistGuard());
        expect(await ask()).toBe(202);
        server.close();
        expect(await ask()).toBe(200);
      }
    });

    it('may have several engines, each for a host, and an engine may have several servers', async () => {
      const [shared, other] = [createUserlistEngine(), createUserlistEngine()];
      const hosts = { hosts: ['shared.test'] };
      const both = setupServer(
        ...userlistHandlers(shared, hosts),
        ...userlistHandlers(other, { hosts: ['other.test'] }),
      );
      both.listen(createUserlistGuard());
      expect((await push({}, 'https://shared.test/users')).status).toBe(202);
      expect((await push({}, 'https://other.test/users')).status).toBe(202);
      both.close();
      const next = setupServer(...userlistHandlers(shared, hosts));
      next.listen(createUserlistGuard());
      onTestFinished(() => next.close());
      expect((await push({}, 'https://shared.test/users')).status).toBe(202);
      await shared.handle(new Request(USERS, { method: 'POST', headers: HEAD, body: '{"identifier":"u"}' }));
      const seen = (engine: UserlistEngine): string[] =>
        [...engine.journal.entries()].map(({ door, host, status }) => `${door} ${host} ${status}`);
      expect(seen(shared)).toEqual([
        'msw shared.test 202',
        'msw shared.test 202',
        'fetch push.userlist.com 202',
      ]);
      expect(seen(other)).toEqual(['msw other.test 202']);
    });

    it(`keeps nothing of ${many} requests but what the journal has room for`, async () => {
      const warnings: string[] = [];
      const onWarning = ({ message }: Error): void => void warnings.push(message);
      process.on('warning', onWarning);
      onTestFinished(() => void process.off('warning', onWarning));
      const engine = createUserlistEngine({ rateLimit: 'off', journal: { mostExchanges: 10 } });
      const fault = engine.faults.arm({ every: 10, effect: { delay_ms: 5, hang_up: 'before' } });
      const handlers = userlistHandlers(engine, { delays: 'skip' });
      const timers = (): number =>
        process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      const before = timers();
      const statuses = new Map<number | undefined, number>();
      for (let count = 0; count < many; count += 1) {
        const request = new Request(USERS, { method: 'POST', headers: HEAD, body: '{"identifier":"u"}' });
        const response = await getResponse(handlers, request);
        statuses.set(response?.status, (statuses.get(response?.status) ?? 0) + 1);
      }
      expect(statuses).toEqual(
        new Map([
          [202, many * 0.9],
          [0, many * 0.1],
        ]),
      );
      expect([engine.journal.size, fault.held.size, timers() - before]).toEqual([10, 0, 0]);
      expect(warnings).toEqual([]);
    });
  });
}
