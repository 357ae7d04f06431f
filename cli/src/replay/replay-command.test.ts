import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../io.ts';
import { createTestIo } from '../outgoing/test/set-up.ts';
import { UsageError } from '../usage-error.ts';
import { replayCommand } from './replay-command.ts';

const ONE =
  '{"log":{"version":"1.2","entries":[{"request":{"method":"POST","url":"https://push.userlist.com/users"}}]}}';

async function invoke(words: readonly string[], env: Io['env'] = {}, isTerminal = false) {
  const { io, texts } = createTestIo(ONE, { isTerminal });
  const code = await replayCommand.invoke(words, { ...io, env });
  return { code, ...texts };
}

describe('understudy replay', () => {
  beforeEach(() => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 202 })));
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each([[[]], [['-']]])('reads stdin and sends to the usual port: %j', async (words) => {
    const { code, stdout } = await invoke([...words, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ url: 'http://127.0.0.1:4010', entries: 1, exit_code: 0 });
  });

  it.each<[string, Io['env']]>([
    ['its own name', { UNDERSTUDY_URL: 'http://a.test', USERLIST_PUSH_ENDPOINT: 'http://b.test' }],
    ["the vendor's name", { USERLIST_PUSH_ENDPOINT: 'http://a.test' }],
  ])('takes the address from the environment, by %s', async (_, env) => {
    expect(JSON.parse((await invoke(['--json'], env)).stdout)).toMatchObject({ url: 'http://a.test' });
  });

  it.each([
    [['a.har', 'b.har'], /takes at most 1/],
    [['--concurrency', '0'], /from 1 to 256/],
    [['--push-key', 'ключ'], /that no header can carry/],
    [['--url', 'https://push.userlist.com'], /--live/],
    [['--url', 'https://push.userlist.com', '--live'], /--push-key is missing/],
    [['--allhosts'], /--all-hosts/],
  ])('is misused in one sentence: %j', async (words, text) => {
    await expect(invoke(words)).rejects.toThrow(text);
  });

  it('ends with 2 when there is nothing to send', async () => {
    const { io } = createTestIo('{"log":{"version":"1.2","entries":[]}}');
    await expect(replayCommand.invoke([], io)).rejects.toThrow(UsageError);
  });

  it('says what it wants instead of waiting for a person to type an archive', async () => {
    await expect(invoke([], {}, true)).rejects.toThrow(/^Name an HTTP Archive, or pipe one in/);
  });
});
