import { describe, expect, it } from 'vitest';
import type { Io } from '../io.ts';
import { createTestIo } from '../outgoing/test/set-up.ts';
import { sendCommand } from './send-command.ts';

const track = '{"type":"track","userId":"u","event":"E","properties":{"context":{"groupId":"c"}}}\n';

async function invoke(words: readonly string[], env: Io['env'] = {}) {
  const { io, texts } = createTestIo(track);
  const code = await sendCommand.invoke(words, { ...io, env });
  return { code, ...texts };
}

describe('understudy send', () => {
  it('reads stdin and sends to the usual port as rudderstack unless told', async () => {
    const { code, stdout, stderr } = await invoke(['--dry-run', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ body: { company: 'c' } });
    expect(JSON.parse(stderr)).toMatchObject({ url: 'http://127.0.0.1:4010', dry_run: true, sent: 1 });
  });

  it.each<[string, Io['env']]>([
    ['its own name', { UNDERSTUDY_URL: 'http://a.test', USERLIST_PUSH_ENDPOINT: 'http://b.test' }],
    ["the vendor's name", { USERLIST_PUSH_ENDPOINT: 'http://a.test' }],
  ])('takes the address from the environment, by %s', async (_, env) => {
    const { stderr } = await invoke(['-', '--dry-run', '--json'], env);
    expect(JSON.parse(stderr)).toMatchObject({ url: 'http://a.test' });
  });

  it('reads the way of a dialect', async () => {
    const { stdout } = await invoke(['--dialect', 'segment', '--dry-run']);
    expect(JSON.parse(stdout)).toMatchObject({ body: { properties: { context: { groupId: 'c' } } } });
  });

  it.each([
    [['a.ndjson', 'b.ndjson'], /takes at most 1/],
    [['--dialect', 'posthog'], /rudderstack or segment/],
    [['--concurrency', '0'], /from 1 to 256/],
    [['--timeout', '10'], /with its unit/],
    [['--url', 'https://push.userlist.com'], /--live/],
    [['--dryrun'], /--dry-run/],
  ])('is misused in one sentence: %j', async (words, text) => {
    await expect(invoke(words)).rejects.toThrow(text);
  });

  it('does not send to the real Userlist because the environment of an application points there', async () => {
    const env = { USERLIST_PUSH_ENDPOINT: 'https://push.userlist.com', USERLIST_PUSH_KEY: 'a-real-key' };
    await expect(invoke([], env)).rejects.toThrow(/is the real Userlist/);
  });
});
