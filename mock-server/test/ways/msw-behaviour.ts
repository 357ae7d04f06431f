import https, { request as requestByName } from 'node:https';
import { request as requestOfUndici } from 'undici';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { userlistHandlers } from '../../src/fronts/msw.ts';
import type { FaultEffect } from '../../src/index.ts';
import { viewAll } from '../stand-in.ts';
import { HEAD, type MswServer, push, useServer } from './msw-server.ts';

const BODY = 'twenty bytes of body';

/** Sends a user to be deleted with node:https, its body in chunks; resolves with the status. */
function deleteOverHttps(): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { hostname: 'push.userlist.com', path: '/users', method: 'DELETE', headers: HEAD };
    const request = https.request(options, (response) => {
      response
        .resume()
        .on('error', reject)
        .on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject).useChunkedEncodingByDefault = true;
    request.write('{"identifier":"u"}');
    request.end();
  });
}

/** What the MSW door does, whichever version is behind it. */
export function describeMsw(
  title: string,
  server: MswServer,
  { hearsOfNodeLeaving }: { readonly hearsOfNodeLeaving: boolean },
): void {
  describe(`the MSW door with ${title}`, () => {
    const used = useServer(server);
    const arm = (effect: FaultEffect) => used.engine.faults.arm({ effect });

    it('answers as the stand-in does', async () => {
      const response = await push();
      expect([response.status, response.statusText, await response.text()]).toEqual([202, 'Accepted', '']);
      expect(response.headers.get('content-length')).toBe('0');
      expect(used.exchange()).toMatchObject({ door: 'msw', status: 202, delivered: 'full' });
      expect(viewAll(used.engine, 'users', 'k')).toMatchObject([{ identifier: 'u' }]);
    });

    it('takes http as well, with any path and any method', async () => {
      expect((await push({}, 'http://push.userlist.com/users?x=1')).status).toBe(202);
      const lost = await fetch('http://push.userlist.com/nowhere', { headers: HEAD });
      expect([lost.status, await lost.json()]).toMatchObject([404, { code: 'not_found' }]);
      expect((await fetch('https://push.userlist.com', { method: 'HEAD' })).status).toBe(404);
      expect((await push({}, 'https://PUSH.userlist.com.:443/users')).status).toBe(202);
    });

    it('takes what is sent to the incoming host, for the same account', async () => {
      const body = '{"type":"identify","userId":"v","traits":{"plan":"pro"}}';
      expect((await push({ body }, 'https://incoming.userlist.com/rudderstack/events')).status).toBe(202);
      expect(used.exchange()).toMatchObject({ host: 'incoming.userlist.com', door: 'msw' });
      expect((await push({ body }, 'https://push.userlist.com/rudderstack/events')).status).toBe(404);
      expect((await push()).status).toBe(202);
      expect(viewAll(used.engine, 'users', 'k')).toMatchObject([
        { identifier: 'v', properties: { plan: 'pro' } },
        { identifier: 'u' },
      ]);
    });

    it('takes what node:https sends', async () => {
      expect(await deleteOverHttps()).toBe(202);
      expect(used.exchange()).toMatchObject({ method: 'DELETE', size: 18 });
    });

    it('reads on to the cap, and keeps no more of it than the size limit', async () => {
      const { requestBytes, readCapBytes } = used.engine.service;
      const response = await push({ body: new Uint8Array(readCapBytes + 1) });
      expect([response.status, (await response.json()).code]).toEqual([413, 'content_too_large']);
      expect(used.exchange()).toMatchObject({ size: readCapBytes, delivered: 'full' });
      expect(used.exchange()?.bytes.byteLength).toBe(requestBytes);
    });

    it.each([
      [
        'userlist.test',
        ['https://userlist.test/users', 'http://Userlist.TEST./users'],
        'http://userlist.test:81',
      ],
      [
        'Userlist.test:81',
        ['https://userlist.test:81/users', 'http://userlist.test:81/users'],
        'http://userlist.test',
      ],
      ['userlist.test:443', ['https://userlist.test/users'], 'http://userlist.test'],
      ['userlist.test:80', ['http://userlist.test/users'], 'https://userlist.test'],
      ['[::1]:81', ['http://[::1]:81/users'], 'http://userlist.test:81'],
    ])('answers %s when it is told to, and no other', async (host, taken, other) => {
      server.use(...userlistHandlers(used.engine, { hosts: [host] }));
      for (const url of taken) expect([url, (await push({}, url)).status]).toEqual([url, 202]);
      await expect(push({}, other)).rejects.toThrow(TypeError);
      await expect(push({}, 'https://userlist.test.invalid/users')).rejects.toThrow(TypeError);
      await expect(push({}, 'https://xuserlist.test/users')).rejects.toThrow(TypeError);
    });

    it('says what to write where it is told to answer what is no host', () => {
      expect(() => userlistHandlers(used.engine, { hosts: ['https://userlist.test'] })).toThrow(
        'hosts has "https://userlist.test"; write a host such as',
      );
    });

    it('serves the desk when it is given one', async () => {
      const { engine } = used;
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
        expect(used.exchange()).toMatchObject({ delivered: 'none' });
        // MSW makes this error, and gives it no code as Node's would have.
        await expect(deleteOverHttps()).rejects.toThrow(new TypeError('Network error'));
        expect(used.exchange()).toMatchObject({ method: 'DELETE', delivered: 'none' });
      },
    );

    it('gives a body that breaks off', async () => {
      const fault = arm({ status: 503, body: BODY, truncate_at: 6 });
      const response = await push();
      expect([response.status, response.headers.get('content-length')]).toEqual([503, '20']);
      await expect(response.text()).rejects.toThrow();
      expect(used.exchange()).toMatchObject({ delivered: 'partial', deliveredBytes: 6 });
      await expect(deleteOverHttps()).rejects.toThrow();
      expect(fault.delivered).toBe(2);
    });

    it('gives a slow body in pieces', async () => {
      arm({ status: 503, body: BODY, bytes_per_second: 100 });
      const response = await push();
      const pieces: string[] = [];
      for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) pieces.push(piece);
      expect([pieces.length > 1, pieces.join('')]).toEqual([true, BODY]);
      expect(used.exchange()).toMatchObject({ delivered: 'full', deliveredBytes: 20 });
    });

    it('has a delay pass, and waits for nothing when delays are skipped', async () => {
      used.engine.faults.arm({ times: 1, effect: { delay_ms: 100 } });
      const answered: string[] = [];
      const late = push().then(() => answered.push('late'));
      await new Promise<void>((resolve) => used.engine.journal.subscribe(() => resolve()));
      await Promise.all([late, push().then(() => answered.push('next'))]);
      expect(answered).toEqual(['next', 'late']);
      server.use(...userlistHandlers(used.engine, { delays: 'skip' }));
      arm({ delay_ms: 600_000, status: 503, body: BODY, bytes_per_second: 1 });
      expect(await (await push()).text()).toBe(BODY);
    });

    it.each<FaultEffect>([{ hold: true }, { delay_ms: 600_000 }])(
      'lets go of an answer with %j when its sender gives up',
      async (effect) => {
        const sender = new AbortController();
        arm(effect);
        const pushed = push({ signal: sender.signal });
        const failed = expect(pushed).rejects.toThrow('had enough');
        await new Promise<void>((resolve) => used.engine.journal.subscribe(() => resolve()));
        const settled = new Promise<void>((resolve) => used.engine.journal.subscribe(() => resolve()));
        sender.abort(new Error('had enough'));
        await failed;
        await settled;
        expect(used.exchange()).toMatchObject({ delivered: 'none' });
      },
    );

    it(`${hearsOfNodeLeaving ? 'hears' : 'does not hear'} of a sender with node:https that gives up`, async () => {
      arm({ hold: true });
      const sent = https.request('https://push.userlist.com/users', { method: 'POST', headers: HEAD });
      const failed = new Promise((resolve) => sent.on('error', resolve));
      const journaled = new Promise<void>((resolve) => used.engine.journal.subscribe(() => resolve()));
      sent.end('{"identifier":"u"}');
      await journaled;
      sent.destroy(new Error('had enough'));
      expect(await failed).toMatchObject({ message: 'had enough' });
      expect(used.exchange()?.delivered).toBe(hearsOfNodeLeaving ? 'none' : 'pending');
    });

    it('does not see what undici sends, nor a function that was imported by name from node:https', async () => {
      server.use(...userlistHandlers(used.engine, { hosts: ['userlist.invalid'] }));
      const url = 'https://userlist.invalid/';
      await expect(requestOfUndici(url)).rejects.toMatchObject({ code: 'ENOTFOUND' });
      const failed = new Promise((resolve) => requestByName(url).on('error', resolve).end());
      expect(await failed).toMatchObject({ code: 'ENOTFOUND' });
      expect(used.engine.journal.size).toBe(0);
      expect((await fetch(url)).status).toBe(404);
    });
  });
}
