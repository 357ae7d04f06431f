import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { BIN, run, type Spawned } from './spawned.ts';

const page = await readFile(new URL('../../docs/desk.md', import.meta.url), 'utf8');
const [, words = ''] = /^(?:npx )?understudy (start --host 0\.0\.0\.0 .*)$/m.exec(page) ?? [];

const running: Spawned[] = [];

afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

/** As another machine asks: by a name that is not this one's. */
function ask(url: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const options = { host: '127.0.0.1', port, path, headers: { Host: `understudy:${port}`, ...headers } };
    request(options, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end();
  });
}

it('serves a desk to other machines that show its token, and its health to all, as the page on the desk says', async () => {
  const standIn = run(process.execPath, [
    BIN,
    ...words.split(' '),
    '--port',
    '0',
    '--json',
    '--log-level',
    'debug',
  ]);
  running.push(standIn);
  const { url } = await standIn.line;
  const shown = { Authorization: 'Bearer let-me-in' };
  expect(await ask(url, '/_control/health')).toBe(200);
  expect(await ask(url, '/_control/exchanges')).toBe(401);
  expect(await ask(url, '/_control/exchanges', { Authorization: 'Push let-me-in' })).toBe(401);
  expect(await ask(url, '/_control/exchanges', shown)).toBe(200);
  expect(await ask(url, '/users?token=let-me-in', shown)).toBe(404);
  standIn.child.kill('SIGTERM');
  await standIn.ended;
  expect(standIn.stderr()).toContain('404');
  expect(standIn.stderr()).not.toContain('let-me-in');
});
