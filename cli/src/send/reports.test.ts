import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted, refused } from '../outgoing/test/set-up.ts';
import { UsageError } from '../usage-error.ts';
import { createScriptedService, run, standardOptions, toLines, track } from './test/set-up.ts';

const mixed = [
  '{"type":"identify","userId":"u-1","traits":{"plan":"pro"}}',
  '{"type":"page","userId":"u-1"}',
  '',
  '{"type":"track","userId":"u-1"',
  '{"type":"track","event":"Seen"}',
  '{"type":"track","userId":"u-2","event":"Refuse me"}',
  '{"type":"page","userId":"u-2"}',
  '{"type":"track","userId":"u-2","event":"Seen"}',
].join('\r\n');

const picky = () =>
  createScriptedService(({ body }) =>
    body.name === 'Refuse me' ? refused(422, 'User must exist') : accepted(),
  );

describe('lines of all kinds', () => {
  it('are counted with numbers and reasons, and the rest is sent', async () => {
    const service = picky();
    const { code, stdout } = await run(mixed, () => service.fetch, { json: false });
    expect(code).toBe(1);
    // The parser's own words are Node's.
    expect(stdout.replace(/Expected .*\./, '…')).toBe(
      [
        'Sent 2 of 7 messages to http://127.0.0.1:4010 in 0.0 s.',
        'Skipped 2:',
        '  2 × The Push API has nothing for page calls: send a track for what Userlist should know.',
        'Rejected 1:',
        '  line 5: This track has no userId, and Userlist keeps no anonymous users: call identify first.',
        'Unreadable 1:',
        '  line 4: The line is not JSON: …',
        'Failed 1:',
        '  line 6: 422 User must exist',
        '3 requests, 0 retries.',
        '',
      ].join('\n'),
    );
    expect(service.seen.map(({ body }) => body.name ?? body.identifier)).toEqual([
      'u-1',
      'Refuse me',
      'Seen',
    ]);
  });

  it('are counted as one JSON object too', async () => {
    const { code, summary } = await run(mixed, () => picky().fetch);
    expect(code).toBe(1);
    expect(summary).toEqual({
      url: 'http://127.0.0.1:4010',
      dry_run: false,
      messages: 7,
      last_line: 8,
      sent: 2,
      skipped: { count: 2, reasons: [{ reason: expect.stringContaining('page'), count: 2 }] },
      rejected: { count: 1, lines: [{ line: 5, reason: expect.stringContaining('userId') }] },
      unreadable: { count: 1, lines: [{ line: 4, reason: expect.stringContaining('JSON') }] },
      failed: {
        count: 1,
        lines: [
          { line: 6, status: 422, code: 'a_code', errors: ['User must exist'], may_have_arrived: false },
        ],
      },
      unsent: { count: 0, first: null, lines: [] },
      requests: 3,
      attempts: 3,
      retries: 0,
      duration_ms: 0,
      stopped: null,
      notes: [],
      exit_code: 1,
    });
  });

  it.each([
    ['only skipped ones', '{"type":"page","userId":"u"}\n'],
    ['none at all', ''],
  ])('do no harm to the exit code: %s', async (_, input) => {
    expect(await run(input, () => async () => accepted())).toMatchObject({ code: 0, summary: { sent: 0 } });
  });

  it.each([
    ['unreadable', 'x\n'],
    ['rejected', '{"type":"track","event":"E"}\n'],
  ])('make the exit code 1 when one is %s', async (_, input) => {
    expect((await run(input, () => picky().fetch)).code).toBe(1);
  });

  it('are shown up to twenty of a kind to a person, and all to a program', async () => {
    const input = 'x\n'.repeat(50);
    const { stdout } = await run(input, () => picky().fetch, { json: false });
    expect(stdout).toContain('  line 20: ');
    expect(stdout).not.toContain('  line 21: ');
    expect(stdout).toContain('  and 30 more\n');
    const { summary } = await run(input, () => picky().fetch);
    expect(summary).toMatchObject({ unreadable: { count: 50, lines: { length: 50 } } });
  });

  it('are listed in their order, whenever their answers came', async () => {
    const input = toLines(['a', 'b', 'c'].map((user) => track(user, 1)));
    const late = Promise.withResolvers<void>();
    const service = createScriptedService(async ({ body }) => {
      if (body.user === 'a') await late.promise;
      if (body.user === 'c') late.resolve();
      return refused(422, 'No');
    });
    const { summary } = await run(input, () => service.fetch);
    expect(summary).toMatchObject({ failed: { lines: [{ line: 1 }, { line: 2 }, { line: 3 }] } });
  });
});

describe('what a person is shown', () => {
  it('cannot control the terminal, wherever it comes from', async () => {
    const input = '{"type":"\\u001b[2Jgone"}\n\u009b31m\n{"type":"track","userId":"u","event":"E"}\n';
    const service = createScriptedService(() => refused(422, 'a\u001b]0;title\u0007\nb'));
    for (const json of [false, true]) {
      const { stdout } = await run(input, () => service.fetch, { json });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is the point
      expect(stdout.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(stdout).toContain('gone');
    }
  });

  it('never holds the push key, even if the answer does', async () => {
    const service = createScriptedService(({ key }) => refused(401, `No such key: ${key}`));
    const { stdout, stderr } = await run(toLines([track('u', 1)]), () => service.fetch, {
      json: false,
      isTerminal: true,
      file: '-',
    });
    expect(service.seen[0]?.key).toBe(`Push ${standardOptions.pushKey}`);
    expect(stdout + stderr).not.toContain(standardOptions.pushKey);
  });

  it('never holds the push key as the code of a refusal', async () => {
    const service = createScriptedService(({ key }) =>
      Response.json({ code: key, errors: ['No'] }, { status: 422 }),
    );
    const { stdout } = await run(toLines([track('u', 1)]), () => service.fetch);
    expect(JSON.parse(stdout)).toMatchObject({ failed: { lines: [{ code: 'Push ••••', errors: ['No'] }] } });
  });

  it.each([283, 290, 299])(
    'never holds a piece of a push key that is cut after %i characters',
    async (at) => {
      const { pushKey } = standardOptions;
      const before = '-'.repeat(at);
      const service = createScriptedService(() => new Response(`${before}${pushKey}`, { status: 403 }));
      const { summary } = await run(toLines([track('u', 1)]), () => service.fetch);
      const errors = [`${before}••••`.slice(0, 300)];
      expect(summary).toMatchObject({ failed: { lines: [{ errors }] } });
    },
  );

  it('is the progress on a terminal, with the wait for the rate limit', async () => {
    let redraw = (): void => undefined;
    const service = createScriptedService((_, attempt) => {
      queueMicrotask(() => redraw());
      return attempt === 1 ? refused(429, 'Slowly', { 'retry-after': '12' }) : accepted();
    });
    const every = (_: number, callback: () => void) => {
      // What is drawn after the client has read the answer.
      redraw = () => setImmediate(callback);
      return () => undefined;
    };
    const input = toLines([track('u', 1)]);
    const { stderr, stdout } = await run(input, () => service.fetch, {
      json: false,
      isTerminal: true,
      file: '-',
      every,
    });
    expect(stderr).toContain('sent 0 of 1, waiting 12 s for the rate limit');
    expect(stderr.endsWith('\r\u001b[2K')).toBe(true);
    expect(stdout).toContain('1 request, 1 retry.');
  });

  it('is no progress where no terminal is', async () => {
    expect((await run(mixed, () => picky().fetch)).stderr).toBe('');
  });
});

describe('a dry run', () => {
  it('prints the requests and sends nothing', async () => {
    const service = picky();
    const { code, stdout, stderr } = await run(mixed, () => service.fetch, { dryRun: true, json: false });
    expect(service.seen).toEqual([]);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { line: 1, method: 'POST', path: '/users', body: { identifier: 'u-1', properties: { plan: 'pro' } } },
      { line: 6, method: 'POST', path: '/events', body: { name: 'Refuse me', user: 'u-2' } },
      { line: 8, method: 'POST', path: '/events', body: { name: 'Seen', user: 'u-2' } },
    ]);
    expect(stderr).toMatch(/^Nothing was sent\. 3 of 7 messages would be\.\n/);
    expect(code).toBe(1);
  });

  it('needs no leave for the real Userlist, since it sends nothing', async () => {
    const service = picky();
    const options = { dryRun: true, url: 'https://push.userlist.com', pushKey: undefined };
    expect((await run('', () => service.fetch, options)).code).toBe(0);
  });
});

describe('misuse', () => {
  it.each([
    ['the real Userlist without --live', { url: 'https://push.userlist.com' }, /--live/],
    ['no address', { url: 'localhost' }, /--url/],
    ['a key that cannot stand in a header', { pushKey: 'a\nb' }, /^--push-key cannot stand in a header/],
    ['no time at all', { timeoutMs: 0 }, /^--timeout is 0/],
    ['a file that is not there', { file: '/nowhere/at-all.ndjson' }, /there is no such file/],
    ['a folder', { file: tmpdir() }, /it is a folder/],
    ['neither file nor pipe', { isTerminal: true }, /Name a file/],
  ])('is told before anything is sent: %s', async (_, options, text) => {
    const service = picky();
    const attempt = run(mixed, () => service.fetch, options);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(text);
    expect(service.seen).toEqual([]);
  });
});

describe('a file', () => {
  it('is read like stdin', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'understudy-')), 'a.ndjson');
    await writeFile(file, `\ufeff${mixed}`);
    expect((await run('', () => picky().fetch, { file })).summary).toMatchObject({
      messages: 7,
      sent: 2,
      last_line: 8,
    });
  });

  it('with one JSON value over several lines is told once', async () => {
    const { code, summary } = await run(JSON.stringify([track('u', 1)], null, 2), () => picky().fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      messages: 1,
      unreadable: { count: 1, lines: [{ line: 1, reason: expect.stringContaining('one message a line') }] },
    });
  });

  it('in UTF-16 is told once', async () => {
    async function* utf16() {
      yield new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x0a, 0, 0x7d, 0]);
    }
    const { code, summary } = await run(utf16(), () => picky().fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      unreadable: { count: 1, lines: [{ line: 1, reason: expect.stringContaining('UTF-16') }] },
    });
  });
});
