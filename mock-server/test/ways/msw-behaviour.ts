import https from 'node:https';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createUserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine, type FaultEffect, type UserlistEngine } from '../../src/index.ts';
import { viewAll } from '../stand-in.ts';
import { sendEverything, sendRepeatedly } from './official-calls.ts';
import { expectEverything, REFUSALS } from './official-expected.ts';

/** As much of either major as the tests need. */
export type MswServer = {
  listen(options: object): void;
  use(...handlers: ReturnType<typeof userlistHandlers>): void;
  resetHandlers(): void;
  close(): void;
};

const HEAD = { authorization: 'Push k', 'content-type': 'application/json' };
const BODY = 'twenty bytes of body';

/** What the MSW door does, whichever major is behind it. */
export function describeMsw(title: string, server: MswServer): void {
  describe(`the MSW door with ${title}`, () => {
    const guard = createUserlistGuard();
    let engine: UserlistEngine;

    beforeAll(() => server.listen(guard));
    afterAll(() => server.close());
    beforeEach(() => {
      engine = createUserlistEngine();
      server.use(...userlistHandlers(engine));
    });
    afterEach(() => {
      server.resetHandlers();
      expect([...engine.journal.entries()].filter(({ crashed }) => crashed)).toEqual([]);
      guard.expectNoneStopped();
    });

    const push = (init: RequestInit = {}, url = 'https://push.userlist.com/users') =>
      fetch(url, { method: 'POST', headers: HEAD, body: '{"identifier":"u"}', ...init });
    const arm = (effect: FaultEffect) => engine.faults.arm({ effect });
    const exchange = () => [...engine.journal.entries()].at(-1);

    it('answers as the stand-in does', async () => {
      const response = await push();
      expect([response.status, response.statusText, await response.text()]).toEqual([202, 'Accepted', '']);
      expect(response.headers.get('content-length')).toBe('0');
      expect(exchange()).toMatchObject({ door: 'msw', status: 202, delivered: 'full' });
      expect(viewAll(engine, 'users', 'k')).toMatchObject([{ identifier: 'u' }]);
    });

    it('takes http as well, with any path and any method', async () => {
      expect((await push({}, 'http://push.userlist.com/users?x=1')).status).toBe(202);
      const lost = await fetch('http://push.userlist.com/nowhere', { headers: HEAD });
      expect([lost.status, await lost.json()]).toMatchObject([404, { code: 'not_found' }]);
      expect((await fetch('https://push.userlist.com', { method: 'HEAD' })).status).toBe(404);
    });

    it("answers the incoming host with the vendor's 404 while it has no paths", async () => {
      expect((await push({}, 'https://incoming.userlist.com/unknown')).status).toBe(404);
    });

    it('takes what node:https sends', async () => {
      const status = await new Promise((resolve, reject) => {
        const options = { hostname: 'push.userlist.com', path: '/users', method: 'DELETE', headers: HEAD };
        const request = https.request(options, (response) => {
          response.resume().on('end', () => resolve(response.statusCode));
        });
        request.on('error', reject).useChunkedEncodingByDefault = true;
        request.write('{"identifier":"u"}');
        request.end();
      });
      expect(status).toBe(202);
      expect(exchange()).toMatchObject({ method: 'DELETE', size: 18 });
    });

    it('answers other hosts when it is told to, and no others', async () => {
      server.use(...userlistHandlers(engine, { hosts: ['Userlist.test', 'userlist.test:81'] }));
      expect((await push({}, 'https://userlist.test/users')).status).toBe(202);
      expect((await push({}, 'http://userlist.test:81/users')).status).toBe(202);
      await expect(push({}, 'https://userlist.test.invalid/users')).rejects.toThrow(TypeError);
    });

    it('serves the desk when it is given one', async () => {
      const desk = createDesk({ engine, version: '1.0.0', allowedHosts: ['push.userlist.com'] });
      server.use(...userlistHandlers(engine, { desk }));
      await push();
      const response = await fetch('https://push.userlist.com/_control/exchanges');
      expect([response.status, (await response.json()).items.length]).toEqual([200, 1]);
    });

    it.each<FaultEffect>([{ hang_up: 'before' }, { hang_up: 'after' }, { garbage: true }])(
      'fails as on a broken network with %j',
      async (effect) => {
        arm(effect);
        await expect(push()).rejects.toThrow(TypeError);
        expect(exchange()).toMatchObject({ delivered: 'none' });
      },
    );

    it('gives a body that breaks off', async () => {
      const fault = arm({ status: 503, body: BODY, truncate_at: 6 });
      const response = await push();
      expect([response.status, response.headers.get('content-length')]).toEqual([503, '20']);
      await expect(response.text()).rejects.toThrow();
      expect(exchange()).toMatchObject({ delivered: 'partial', deliveredBytes: 6 });
      expect(fault.delivered).toBe(1);
    });

    it('gives a slow body in pieces', async () => {
      arm({ status: 503, body: BODY, bytes_per_second: 100 });
      const response = await push();
      const pieces: string[] = [];
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) pieces.push(piece);
      expect([pieces.length > 1, pieces.join('')]).toEqual([true, BODY]);
      expect(exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
    });

    it('waits for nothing when delays are skipped', async () => {
      server.use(...userlistHandlers(engine, { delays: 'skip' }));
      arm({ delay_ms: 600_000, status: 503, body: BODY, bytes_per_second: 1 });
      expect(await (await push()).text()).toBe(BODY);
    });

    it('lets go of a held answer when its sender gives up', async () => {
      const sender = new AbortController();
      arm({ hold: true });
      const pushed = push({ signal: sender.signal });
      const failed = expect(pushed).rejects.toThrow('had enough');
      await new Promise<void>((resolve) => engine.journal.subscribe(() => resolve()));
      const settled = new Promise<void>((resolve) => engine.journal.subscribe(() => resolve()));
      sender.abort(new Error('had enough'));
      await failed;
      await settled;
      expect(exchange()).toMatchObject({ delivered: 'none' });
    });

    it('takes all that the official client sends', async () => {
      expectEverything(engine, 'official', await sendEverything('official'), 'msw');
    });

    it.each(Object.entries(REFUSALS))(
      'refuses the official client with the key k+%s',
      async (ending, seen) => {
        expect(await sendRepeatedly(`k+${ending}`, seen.length)).toEqual(seen);
        expect([...engine.journal.entries()]).toHaveLength(seen.length);
      },
    );

    it('stops a request to Userlist that nobody takes, and lets others through', async () => {
      server.resetHandlers();
      const told = 'No handler took POST https://push.userlist.com/users, so it was stopped';
      const failure: unknown = await push({}, 'https://push.userlist.com/users?k=secret').catch(
        (error) => error,
      );
      expect(inspected(failure)).toEqual(expect.stringContaining(told));
      expect(() => guard.expectNoneStopped()).toThrow(
        /no handler took them: give MSW .*\n {2}POST https:\/\/push/,
      );
      expect(() => guard.expectNoneStopped()).not.toThrow();
      expect(await (await fetch('data:text/plain,through')).text()).toBe('through');
      const other: unknown = await push({}, 'http://127.0.0.1:1/users').catch((error) => error);
      expect(inspected(other)).not.toEqual(expect.stringContaining('No handler took'));
      guard.expectNoneStopped();
    });

    it('names no more stopped requests than anybody reads', async () => {
      server.resetHandlers();
      for (let count = 0; count < 12; count += 1) await push().catch(() => undefined);
      expect(() => guard.expectNoneStopped()).toThrow(/and 2 more$/);
    });
  });
}

/** A failure with what caused it. */
function inspected(failure: unknown): string {
  return failure instanceof Error ? `${failure.message} ${inspected(failure.cause)}` : '';
}
