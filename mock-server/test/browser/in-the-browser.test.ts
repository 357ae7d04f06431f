import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeWithTool } from '../../../test/tool.ts';
import type { FaultEffect } from '../../src/index.ts';
import { bundle, launch, type OpenPage, openPage } from './open-page.ts';
import type { PageProgram } from './page-program.ts';

const PROGRAM = fileURLToPath(new URL('page-program.ts', import.meta.url));
const USERS = { url: 'https://push.userlist.com/users' };
const BODY = 'twenty bytes of body';

describeWithTool('the MSW door in a browser', 'chromium', (path) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(path);
  });
  afterAll(() => browser.close());

  describe.each(['msw', 'msw2', 'msw2lowest'])('with the package %s', (mswPackage) => {
    let opened: OpenPage;
    const page = {
      /** Has the program in the page do something. */
      ask: <Name extends keyof PageProgram>(
        name: Name,
        ...words: Parameters<PageProgram[Name]>
      ): Promise<Awaited<ReturnType<PageProgram[Name]>>> =>
        opened.page.evaluate(([name, words]) => Reflect.get(globalThis, 'program')[name](...words), [
          name,
          words,
        ] as const),
    };
    beforeAll(async () => {
      const worker = await readFile(fileURLToPath(import.meta.resolve(`${mswPackage}/mockServiceWorker.js`)));
      const program = await bundle({ entryPoints: [PROGRAM] }, mswPackage);
      opened = await openPage(browser, program, worker);
      await page.ask('start');
    });
    afterAll(() => opened.close());
    beforeEach(() => page.ask('begin', 'real'));
    afterEach(async () => {
      expect((await page.ask('journal')).filter(({ crashed }) => crashed)).toEqual([]);
      expect(await page.ask('stopped')).toEqual({ said: null, reported: [] });
    });

    it('takes what a page pushes, and keeps journal and state in the page', async () => {
      expect(await page.ask('send', USERS)).toEqual({
        status: 202,
        reason: 'Accepted',
        headers: { 'content-length': '0' },
        body: '',
      });
      expect(await page.ask('journal')).toEqual([
        {
          door: 'msw',
          host: 'push.userlist.com',
          method: 'POST',
          target: '/users',
          status: 202,
          delivered: 'full',
          size: 20,
          crashed: false,
        },
      ]);
      expect(await page.ask('users', 'k')).toMatchObject([{ identifier: 'ann' }]);
    });

    it('takes what it deletes, over http too', async () => {
      await page.ask('send', USERS);
      const url = 'http://push.userlist.com/users';
      expect(await page.ask('send', { url, method: 'DELETE' })).toMatchObject({ status: 202 });
      expect(await page.ask('users', 'k')).toEqual([]);
    });

    it('takes what a page sends to the incoming host', async () => {
      const url = 'https://incoming.userlist.com/rudderstack/events';
      const body = '{"type":"identify","userId":"bob","traits":{"email":"bob@example.com"}}';
      expect(await page.ask('send', { url, body })).toMatchObject({ status: 202 });
      expect(await page.ask('journal')).toMatchObject([{ host: 'incoming.userlist.com', status: 202 }]);
      expect(await page.ask('users', 'k')).toMatchObject([{ identifier: 'bob', email: 'bob@example.com' }]);
    });

    it('lets a page read why it was refused', async () => {
      const refused = await page.ask('send', { ...USERS, body: '{}' });
      expect(refused).toMatchObject({ status: 422, headers: { 'content-type': 'application/json' } });
      expect(JSON.parse('body' in refused ? refused.body : '')).toEqual({
        status: 422,
        code: 'unprocessable_content',
        errors: ["Identifier can't be blank", "Email can't be blank"],
      });
    });

    it('lets a page of another origin read all headers of a 429', async () => {
      expect(await page.ask('send', { ...USERS, key: 'k+429' })).toMatchObject({
        status: 429,
        reason: 'Too Many Requests',
        headers: {
          'retry-after': '60',
          'x-ratelimit-limit': '1000',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': expect.stringMatching(/^\d{10}$/),
        },
      });
    });

    it.each<FaultEffect>([{ hang_up: 'before' }, { hang_up: 'after' }, { garbage: true }])(
      'fails a fetch as on a broken network with %j',
      async (effect) => {
        await page.ask('arm', { effect });
        expect(await page.ask('send', USERS)).toEqual({ failed: 'TypeError', status: null });
        expect(await page.ask('journal')).toMatchObject([{ delivered: 'none' }]);
        const users = effect.hang_up === 'before' ? [] : [expect.objectContaining({ identifier: 'ann' })];
        expect(await page.ask('users', 'k')).toEqual(users);
      },
    );

    it('breaks a body off', async () => {
      await page.ask('arm', { effect: { status: 503, body: BODY, truncate_at: 6 } });
      expect(await page.ask('send', USERS)).toEqual({ failed: 'TypeError', status: 503 });
      expect(await page.ask('journal')).toMatchObject([{ delivered: 'partial' }]);
    });

    it('gives a slow body in pieces', async () => {
      await page.ask('arm', { effect: { status: 503, body: BODY, bytes_per_second: 100 } });
      const pieces = await page.ask('pieces', USERS);
      expect([pieces.length > 1, pieces.join('')]).toEqual([true, BODY]);
    });

    it('has delays pass, or skips them', async () => {
      await page.ask('arm', { times: 1, effect: { delay_ms: 100 } });
      expect(await page.ask('race', USERS)).toEqual(['second', 'first']);
      await page.ask('begin', 'skip');
      await page.ask('arm', { effect: { status: 503, delay_ms: 600_000, body: BODY, bytes_per_second: 1 } });
      expect(await page.ask('send', USERS)).toMatchObject({ status: 503, body: BODY });
    });

    it('does not hear of a page that gives up', async () => {
      await page.ask('arm', { effect: { hold: true } });
      expect(await page.ask('abandon', USERS)).toEqual({ failed: 'AbortError', status: null });
      expect(await page.ask('journal')).toMatchObject([{ status: 503, delivered: 'pending' }]);
    });

    it('stops what no handler takes, tells the page, and lets others through', async () => {
      await page.ask('begin', null);
      const seen = await page.ask('send', { url: `${USERS.url}?k=secret` });
      // MSW 2 makes an answer of whatever is thrown.
      if (mswPackage === 'msw') expect(seen).toEqual({ failed: 'TypeError', status: null });
      else expect(seen).toMatchObject({ status: 500, reason: 'Request Handler Error' });
      expect(await page.ask('stopped')).toEqual({
        said: expect.stringMatching(
          /no handler took them: .*\n {2}POST https:\/\/push\.userlist\.com\/users$/,
        ),
        reported: [
          expect.stringMatching(/No handler took POST https:\/\/push\.userlist\.com\/users, so it was/),
        ],
      });
      expect(await page.ask('send', { url: `${opened.url}/elsewhere` })).toMatchObject({ status: 200 });
    });
  });
});
