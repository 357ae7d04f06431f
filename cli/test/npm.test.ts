import { describe, expect, it } from 'vitest';
import { BIN, run, type Spawned, untilGone } from './spawned.ts';

const START = ['start', '--port', '0', '--json'];
const WAYS: readonly (readonly [string, () => Spawned])[] = [
  ['npm start', () => run('npm', ['start', '--silent', '--', '--port', '0', '--json'])],
  ['npx understudy start', () => run('npx', ['understudy', ...START])],
];

describe.skipIf(process.platform === 'win32').each(WAYS)('%s', (_way, runIt) => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind on %s', async (signal) => {
    const { child, line, ended } = runIt();
    const { pid, url } = await line;
    expect(pid).not.toBe(child.pid);
    child.kill(signal);
    await ended;
    await untilGone(pid);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe.skipIf(process.platform === 'win32')('A server in the background', () => {
  it('outlives the shell that started it', async () => {
    const { line, ended } = run('sh', ['-c', `node ${BIN} ${START.join(' ')} & read line`]);
    const { pid, url } = await line;
    await ended.catch(() => {});
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    process.kill(pid, 'SIGTERM');
    await untilGone(pid);
  });

  it('lives as long as the npm that runs its script', async () => {
    const script = `node ${BIN} ${START.join(' ')} & sleep 1000 & wait $!`;
    const { child, line, ended } = run('npx', ['-c', script]);
    const { pid, url } = await line;
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    child.kill('SIGKILL');
    await ended;
    await untilGone(pid);
  });
});
