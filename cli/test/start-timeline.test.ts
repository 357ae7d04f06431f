import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const start = useStarted();
const createFolder = useTemporaryFolders();
const USER = { identifier: 'user-1' };

const inFolder = async (config: string, more: Record<string, string> = {}) => ({
  cwd: await createFolder({ 'understudy.config.yaml': config, ...more }),
});

describe('A timeline', () => {
  const OUTAGE =
    '- { at_ms: 60000, arm: { preset: outage }, for_ms: 30000 }\n- { at_ms: 120000, arm: { preset: rate-limit-storm } }';
  const statuses = async ({ push, ask }: Awaited<ReturnType<typeof start>>, advances: readonly number[]) => {
    await ask('/clock', { method: 'POST', body: '{"mode":"frozen"}' });
    const seen = [];
    for (const advance_ms of advances) {
      await ask('/clock', { method: 'POST', body: JSON.stringify({ advance_ms }) });
      seen.push((await push('/users', USER)).status);
    }
    return seen;
  };

  it.each([
    ['of its own file', ['--timeline', 'outage.yaml'], '', OUTAGE],
    ['of its own file, as the desk takes it', ['--timeline', 'outage.yaml'], '', `timeline:\n${OUTAGE}`],
    ['that the configuration names', [], 'timeline: outage.yaml', OUTAGE],
    ['in the configuration', [], `timeline:\n${OUTAGE}`, ''],
    [
      'that takes the place of that in the configuration',
      ['--timeline', 'outage.yaml'],
      'timeline: [{ at_ms: 1, arm: { effect: { status: 500 } } }]',
      OUTAGE,
    ],
  ])('%s arms and clears faults at its times', async (_, words, config, timeline) => {
    const started = await start(words, await inFolder(config, { 'outage.yaml': timeline }));
    expect(await statuses(started, [0, 60_000, 29_000, 2000, 30_000])).toEqual([202, 503, 503, 202, 429]);
  });

  it('may be for one account', async () => {
    const timeline = 'account: other\ntimeline: [{ at_ms: 0, arm: { preset: outage } }]';
    const { push } = await start(['--timeline', 't.yaml'], await inFolder('', { 't.yaml': timeline }));
    expect([(await push('/users', USER, 'other')).status, (await push('/users', USER)).status]).toEqual([
      503, 202,
    ]);
  });

  it('that cannot be meant ends with 2', async () => {
    const io = createScriptedIo(await inFolder('', { 't.yaml': 'timeline:\n  - at_ms: -1\n    clear: x\n' }));
    expect(await runCommandLine(['start', '--port', '0', '--timeline', 't.yaml'], io)).toBe(2);
    expect(io.complained()).toBe(
      't.yaml:2:12: This is -1; it has to be a whole number from 0 to 100000000000. (/timeline/0/at_ms)\n',
    );
  });
});
