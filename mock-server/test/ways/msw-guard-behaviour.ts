import https from 'node:https';
import { describe, expect, it } from 'vitest';
import { createUserlistGuard } from '../../src/fronts/msw.ts';
import { type MswServer, push, USERS, useServer } from './msw-server.ts';
import { sendCalls } from './official-calls.ts';

const STOPPED = 'No handler took POST https://push.userlist.com/users, so it was stopped';

/** A failure with what caused it. */
function inspected(failure: unknown): string {
  return failure instanceof Error ? `${failure.message} ${inspected(failure.cause)}` : '';
}

const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

/** What the guard stops, whichever version of MSW asks it. */
export function describeGuard(title: string, server: MswServer): void {
  describe(`the guard with ${title}`, () => {
    const { guard } = useServer(server);

    it('stops a request to Userlist that nobody takes, and says so once more at the end of the test', async () => {
      server.resetHandlers();
      const failure = await caught(push({}, `${USERS}?k=secret`));
      expect(inspected(failure)).toEqual(expect.stringContaining(STOPPED));
      expect(inspected(failure)).not.toEqual(expect.stringContaining('secret'));
      expect(() => guard.expectNoneStopped()).toThrow(
        /no handler took them: give MSW .*\n {2}POST https:\/\/push\.userlist\.com\/users$/,
      );
      expect(() => guard.expectNoneStopped()).not.toThrow();
    });

    it('stops what node:https sends', async () => {
      server.resetHandlers();
      const failure = await new Promise((resolve) => https.get(USERS).on('error', resolve));
      expect(inspected(failure)).toEqual(expect.stringContaining('No handler took GET https://push'));
      expect(() => guard.expectNoneStopped()).toThrow(/GET https:\/\/push\.userlist\.com\/users$/);
    });

    it('fails the test of a program that uses the official client and swallows its errors', async () => {
      server.resetHandlers();
      expect(
        await sendCalls('k', [
          ['users.push', 'ann'],
          ['events.push', { name: 'paid', user: 'ann' }],
        ]),
      ).toEqual(['failed', 'failed']);
      expect(() => guard.expectNoneStopped()).toThrow(
        /\n {2}POST https:\/\/push\.userlist\.com\/users\n {2}POST https:\/\/push\.userlist\.com\/events$/,
      );
    });

    it.each(['http://push.userlist.com:8080/x', 'https://INCOMING.userlist.com./x'])(
      'stops %s too',
      async (url) => {
        server.resetHandlers();
        expect(inspected(await caught(push({}, url)))).toEqual(expect.stringContaining('No handler took'));
        expect(() => guard.expectNoneStopped()).toThrow(/^Requests to Userlist were stopped/);
      },
    );

    it('stops nothing that a handler takes, and leaves every other host alone', async () => {
      expect((await push()).status).toBe(202);
      server.resetHandlers();
      expect(await (await fetch('data:text/plain,through')).text()).toBe('through');
      for (const url of ['http://127.0.0.1:1/users', 'http://push.userlist.com.invalid/'])
        expect(inspected(await caught(push({}, url)))).not.toEqual(expect.stringContaining('No handler'));
      guard.expectNoneStopped();
    });

    it('names no more stopped requests than anybody reads', async () => {
      server.resetHandlers();
      for (let count = 0; count < 12; count += 1) await caught(push());
      expect(() => guard.expectNoneStopped()).toThrow(/and 2 more$/);
    });
  });

  describe(`a guard of other hosts with ${title}`, () => {
    it.each(['MSW 2', 'MSW 3'])('stops requests to those, and warns of the others when %s asks', (asker) => {
      const warnings: string[] = [];
      const guard = createUserlistGuard({ hosts: ['userlist.test', 'other.test:81'], others: 'warn' });
      const ask = (url: string): void => {
        const warn = (): void => void warnings.push(url);
        const request = new Request(url);
        if (asker === 'MSW 2') guard.onUnhandledRequest(request, { warning: warn });
        else guard.onUnhandledFrame({ frame: { data: { request } }, defaults: { warn } });
      };
      for (const url of ['https://userlist.test:8443/', 'http://other.test:81/'])
        expect(() => ask(url)).toThrow(`No handler took GET ${url}`);
      for (const url of ['http://other.test/', 'https://push.userlist.com/', 'http://other.test/style.css'])
        ask(url);
      expect(warnings).toEqual(['http://other.test/', 'https://push.userlist.com/']);
      expect(() => guard.expectNoneStopped()).toThrow(
        /userlist\.test:8443\/\n {2}GET http:\/\/other\.test:81\/$/,
      );
    });

    it('says what to write where it is told of what is no host', () => {
      expect(() => createUserlistGuard({ hosts: [] })).toThrow('hosts is an empty list; name a host');
    });
  });
}
