import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const start = useStarted();
const createFolder = useTemporaryFolders();

const inFolder = async (config: string) => ({
  cwd: await createFolder({ 'understudy.config.yaml': config }),
});

describe('Seeds of a stand-in that keeps what is accepted', () => {
  it('are stored once, and not again where the account has gone on without them', async () => {
    const folder = await inFolder(
      'data: kept.db\nseeds: { users: [{ identifier: user-1 }, { identifier: user-2 }] }',
    );
    const first = await start([], folder);
    expect(await first.ask('/accounts/dev/users')).toMatchObject({ items: [{}, {}] });
    await first.push('/users', { identifier: 'user-2', email: 'changed@example.com' });
    await fetch(`${first.line.url}/users`, {
      method: 'DELETE',
      headers: { authorization: 'Push dev', 'content-type': 'application/json' },
      body: '{"identifier":"user-1"}',
    });
    first.io.stop('SIGTERM');
    expect(await first.code).toBe(0);
    const second = await start([], folder);
    expect(await second.ask('/accounts/dev/users')).toMatchObject({
      items: [{ identifier: 'user-2', email: 'changed@example.com' }],
    });
  });

  it('leave nothing behind when one of them is refused', async () => {
    const folder = await inFolder(
      'data: kept.db\nseeds: { users: [{ identifier: user-1 }, { email: nobody }] }',
    );
    const io = createScriptedIo(folder);
    expect(await runCommandLine(['start', '--port', '0'], io)).toBe(2);
    const { ask } = await start(
      ['--config', await createFolder({ empty: '' }).then((path) => `${path}/empty`), '--data', 'kept.db'],
      folder,
    );
    expect(await ask('/accounts/dev/users')).toMatchObject({ items: [] });
  });
});

describe('While it is still seeding', () => {
  const CONFIG =
    'seeds: { users: [{ identifier: user-1 }] }\naccounts: { other: { seeds: { users: [{ identifier: user-2 }] } } }';

  /** A start that pauses behind the first account until it is let go. */
  const startSlowly = async () => {
    const io = createScriptedIo(await inFolder(CONFIG));
    const paused = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const sleep = (): Promise<void> => {
      paused.resolve();
      return go.promise;
    };
    const words = ['start', '--port', '0', '--json', '--log-level', 'debug'];
    const code = runCommandLine(words, { ...io, sleep });
    await paused.promise;
    const [url = ''] = /http:\S+(?=,)/.exec(io.complained()) ?? [];
    return { io, code, url, go: () => go.resolve() };
  };

  const push = (url: string) =>
    fetch(`${url}/users`, {
      method: 'POST',
      headers: { authorization: 'Push new', 'content-type': 'application/json' },
      body: '{"identifier":1}',
    });

  it('health is 503, pushes are 503, and ready says so', async () => {
    const { io, code, url, go } = await startSlowly();
    const health = await fetch(`${url}/_control/health`);
    expect([health.status, await health.json()]).toMatchObject([503, { status: 'starting' }]);
    const pushed = await push(url);
    expect([pushed.status, await pushed.json()]).toMatchObject([503, { code: 'service_unavailable' }]);
    const asking = createScriptedIo();
    expect(await runCommandLine(['ready', '--url', url], asking)).toBe(1);
    expect(asking.complained()).toBe(`Understudy at ${url} is still starting.\n`);
    expect(io.said()).toBe('');
    go();
    await io.untilSaid('\n');
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    expect((await push(url)).status).toBe(202);
    const faults = await (await fetch(`${url}/_control/faults`)).json();
    expect(faults).toMatchObject({ items: [] });
    io.stop('SIGTERM');
    expect(await code).toBe(0);
  });

  it('SIGTERM ends it with 0, and what is left is not stored', async () => {
    const { io, code, url, go } = await startSlowly();
    const before = await (await fetch(`${url}/_control/accounts/other/users`)).json();
    expect(before).toMatchObject({ items: [] });
    io.stop('SIGTERM');
    go();
    expect(await code).toBe(0);
    await expect(fetch(`${url}/_control/health`)).rejects.toThrow();
    expect(io.listeners()).toBe(0);
  });
});
