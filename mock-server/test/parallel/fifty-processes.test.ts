import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';

const SCRIPT = fileURLToPath(new URL('./one-of-fifty.js', import.meta.url));

/** What a process said on its way out, with its exit code. */
async function run(url: string, number: number): Promise<readonly [number | null, string]> {
  const child = spawn(process.execPath, [SCRIPT, url, String(number)], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return [code, said];
}

describe('fifty test processes with a key each', () => {
  it('share one server, and none sees the data, the faults, the limit or the time of another', async () => {
    const engine = createUserlistEngine();
    const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '1.0.0' }) });
    onTestFinished(() => front.close(0));
    const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
    const ends = await Promise.all(Array.from({ length: 50 }, (_, number) => run(url, number)));
    expect(ends.filter(([code, said]) => code !== 0 || said !== '')).toEqual([]);
    expect(engine.accounts.list()).toHaveLength(50);
    expect(engine.clock.mode).toBe('system');
    expect([...engine.journal.entries()].filter(({ crashed }) => crashed)).toEqual([]);
  });
});
