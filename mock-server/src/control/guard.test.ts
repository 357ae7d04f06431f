import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { isLoopbackHost } from './guard.ts';

describe('who the desk lets in', () => {
  it.each([
    'localhost',
    'LOCALHOST:1',
    'api.localhost:4010',
    'my_app.localhost',
    '127.0.0.1',
    '127.255.0.9:80',
    '[::1]',
    '[::1]:4010',
  ])('lets in the host %s', (host) => {
    expect(isLoopbackHost(host)).toBe(true);
  });

  it.each([
    '',
    'example.org',
    'localhost.example.org',
    'notlocalhost',
    '.localhost',
    '127.0.0.1.example.org',
    '127.0.0.1@example.org',
    '127.0.0.256',
    '127.1',
    '10.0.0.1',
    '::1',
    '[::2]',
    'localhost:',
    'localhost:123456',
    'localhost/..',
    '0.0.0.0',
  ])('keeps out the host "%s"', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });

  it('answers a foreign host with 403, but for its health', async () => {
    const { ask } = createFixture();
    const host = 'rebound.example.org:4010';
    const { error } = (await ask('GET', '/_control/accounts', { host })).json;
    expect(error.code).toBe('foreign_host');
    expect(error.message).toMatch(
      /; use localhost or 127\.0\.0\.1, or allow it with --allowed-host \(in code: allowedHosts\)\.$/,
    );
    expect((await ask('GET', '/_control/nothing', { host })).status).toBe(403);
    expect((await ask('GET', '/_control/health', { host })).status).toBe(200);
  });

  it('answers hosts it was told to allow, with or without a port', async () => {
    const { ask } = createFixture({}, { allowedHosts: ['Understudy.internal', 'ci:9000'] });
    expect((await ask('GET', '/_control/accounts', { host: 'understudy.INTERNAL:4010' })).status).toBe(200);
    expect((await ask('GET', '/_control/accounts', { host: 'ci:9000' })).status).toBe(200);
    expect((await ask('GET', '/_control/accounts', { host: 'ci:9001' })).status).toBe(403);
  });

  it.each([
    'https://example.org',
    'http://localhost',
    'http://localhost:4011',
    'https://localhost:4011',
    'null',
  ])('answers pages of %s with 403, even about its health', async (origin) => {
    const { ask, push, engine } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    for (const [method, path] of [
      ['POST', '/_control/reset'],
      ['GET', '/_control/health'],
    ] as const) {
      const { status, json } = await ask(method, path, { headers: { origin } });
      expect([status, json.error.code]).toEqual([403, 'foreign_origin']);
    }
    expect(engine.journal.size).toBe(1);
  });

  it('answers what a browser sends for another site with 403, though it names no origin', async () => {
    const { ask, push, engine } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    const { status, json } = await ask('POST', '/_control/reset', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect([status, json.error.code]).toEqual([403, 'foreign_origin']);
    expect(engine.journal.size).toBe(1);
    for (const site of ['same-origin', 'none'])
      expect((await ask('GET', '/_control', { headers: { 'sec-fetch-site': site } })).status).toBe(200);
  });

  it.each(['http://localhost:4010', 'https://localhost:4010'])(
    'answers pages of its own origin %s',
    async (origin) => {
      const { ask } = createFixture();
      expect((await ask('GET', '/_control/accounts', { headers: { origin } })).status).toBe(200);
    },
  );
});
