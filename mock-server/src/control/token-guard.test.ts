import { deskRoutes } from '@understudy/openapi/control/routes';
import { describe, expect, it } from 'vitest';
import { createFixture, toBytes } from '../../test/desk/desk-fixture.ts';
import { UsageError } from '../engine/usage-error.ts';
import { createTokenGuard } from './token-guard.ts';

const TOKEN = 'Zm9yLXRoZS1kZXNrLW9ubHk';
const SHOWN = { headers: { authorization: `Bearer ${TOKEN}` } };
const CONTAINER = 'understudy:4010';

const guarded = () => createFixture({}, { token: TOKEN });

describe('a desk with a token', () => {
  it.each(deskRoutes.filter(({ id }) => id !== 'getHealth'))(
    'wants it for $method $path',
    async ({ method, path }) => {
      const { ask, push, engine } = guarded();
      push('dev', 'POST', '/users', { identifier: 1 });
      const target = path.replace('{account}', 'dev').replace('{id}', 'ex_0000000001');
      const { status, headers, json } = await ask(method, target);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(json.error).toEqual({
        code: 'token_wanted',
        message: 'The desk wants its token here: send `Authorization: Bearer TOKEN`.',
        path: null,
      });
      expect([engine.journal.size, engine.accounts.list().length]).toEqual([1, 1]);
    },
  );

  it('does not say without it what there is', async () => {
    const { ask } = guarded();
    for (const [method, target] of [
      ['GET', '/_control/nothing'],
      ['PATCH', '/_control/faults'],
      ['GET', '/_control/exchanges?acount=dev'],
    ] as const)
      expect((await ask(method, target)).json.error).not.toHaveProperty('allowed');
  });

  it('is looked at before the body', async () => {
    const { ask } = guarded();
    expect((await ask('POST', '/_control/reset', { bytes: toBytes('{') })).status).toBe(401);
  });

  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER  ${TOKEN} `, `Bearer\t${TOKEN}`])(
    'lets in who shows it as "%s"',
    async (authorization) => {
      const { ask } = guarded();
      expect((await ask('GET', '/_control', { headers: { authorization } })).status).toBe(200);
    },
  );

  it.each([
    '',
    'Bearer',
    'Bearer ',
    TOKEN,
    `Basic ${TOKEN}`,
    `Push ${TOKEN}`,
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN}${TOKEN}`,
    `Bearer ${TOKEN.toLowerCase()}`,
    `Bearer ${TOKEN} ${TOKEN}`,
    `Bearer "${TOKEN}"`,
    'Bearer ••••',
  ])('keeps out who shows "%s"', async (authorization) => {
    const { ask } = guarded();
    const { status, text } = await ask('GET', '/_control/accounts', { headers: { authorization } });
    expect(status).toBe(401);
    expect(text).not.toContain(TOKEN.slice(1, -1));
  });

  it('tells who shows another token, or a push key, what to do about it', async () => {
    const { ask } = guarded();
    const told = async (authorization: string) =>
      (await ask('GET', '/_control', { headers: { authorization } })).json.error.message;
    expect(await told('Bearer my-secret')).toBe(
      'The desk wants its token here: the one shown is another; use the one that the stand-in was started with, or printed when it started.',
    );
    expect(await told('Push my-key')).toBe(
      'The desk wants its token here: a push key is for the simulated API; send `Authorization: Bearer TOKEN`.',
    );
  });

  it('answers to any host that shows it, and to no loopback name that does not', async () => {
    const { ask } = guarded();
    expect((await ask('GET', '/_control/accounts', { host: CONTAINER, ...SHOWN })).status).toBe(200);
    expect((await ask('GET', '/_control/accounts', { host: '203.0.113.9', ...SHOWN })).status).toBe(200);
    expect((await ask('GET', '/_control/accounts', { host: CONTAINER })).status).toBe(401);
    expect((await ask('GET', '/_control/accounts', { host: '127.0.0.1' })).status).toBe(401);
  });

  it('wants none for its health, whatever the host', async () => {
    const { ask } = guarded();
    expect((await ask('GET', '/_control/health', { host: CONTAINER })).json.status).toBe('ok');
    expect((await ask('HEAD', '/_control/health')).status).toBe(200);
    expect((await ask('POST', '/_control/health')).status).toBe(405);
  });

  it('keeps out foreign pages all the same, from its health too', async () => {
    const { ask, push, engine } = guarded();
    push('dev', 'POST', '/users', { identifier: 1 });
    for (const more of [{ origin: 'https://example.org' }, { 'sec-fetch-site': 'cross-site' }]) {
      const headers = { ...SHOWN.headers, ...more };
      for (const [method, path] of [
        ['POST', '/_control/reset'],
        ['GET', '/_control/health'],
      ] as const)
        expect((await ask(method, path, { headers })).json.error.code).toBe('foreign_origin');
    }
    expect(engine.journal.size).toBe(1);
    const own = { ...SHOWN.headers, origin: `http://${CONTAINER}` };
    expect((await ask('GET', '/_control', { host: CONTAINER, headers: own })).status).toBe(200);
  });

  it('is nothing to the simulated API, whose keys are nothing to the desk', async () => {
    const { ask, push } = guarded();
    expect(push('dev', 'POST', '/users', { identifier: 1 }).status).toBe(202);
    expect(push(TOKEN, 'POST', '/users', { identifier: 1 }).status).toBe(202);
    const { json } = await ask('GET', '/_control/accounts/dev/users', SHOWN);
    expect(json.items).toHaveLength(1);
  });

  it('has a token that a header can carry', () => {
    for (const token of ['', ' ', 'a b', 'a\n', 'Schlüssel', ' token '])
      expect(() => createTokenGuard(token)).toThrow(UsageError);
    expect(() => createTokenGuard('it may be: "odd", {all} the same!'.replaceAll(' ', '_'))).not.toThrow();
  });
});

describe('a desk without a token', () => {
  it('looks at no Authorization header', async () => {
    const { ask } = createFixture();
    for (const authorization of ['', 'Bearer anything', 'Push dev'])
      expect((await ask('GET', '/_control', { headers: { authorization } })).status).toBe(200);
  });
});
