import type { Exchange, Explanation } from '@understudy/mock-server';
import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../../test/scripted-io.ts';
import type { LogLevel } from './log-level.ts';
import { createRequestLog } from './request-log.ts';

const ACCEPTED: Exchange = {
  id: 'ex_1',
  receivedAt: Date.UTC(2026, 10, 23, 13, 35, 16, 123),
  door: 'fastify',
  host: 'localhost:4010',
  account: 'acct_ef260e9aa3c6',
  operation: 'pushUser',
  method: 'POST',
  target: '/users',
  rawHeaders: ['Authorization', 'Push live_0123456789'],
  bytes: new Uint8Array(0),
  size: 77,
  complete: true,
  status: 202,
  code: null,
  texts: [],
  answerHeaders: [],
  answerBody: '',
  reason: null,
  crashed: false,
  limiter: null,
  record: null,
  fired: null,
  ownMs: 0.25,
  injectedMs: 0,
  startedMs: 0,
  settledMs: 0,
  weight: 0,
  delivered: 'full',
  deliveredBytes: 0,
  isForgotten: false,
};

const TOKEN = 'desk-token-of-this-test';

const SILENT: Explanation = {
  diagnostics: [],
  diagnosticsDropped: 0,
  changes: [],
  changesDropped: 0,
  body: null,
};
const TALKING: Explanation = {
  ...SILENT,
  diagnostics: [
    {
      code: 'renamed-key',
      level: 'info',
      path: '/a',
      message: '"A" is stored as "a".',
      evidence: 'documented',
    },
    {
      code: 'renamed-key',
      level: 'info',
      path: '/b',
      message: '"B" is stored as "b".',
      evidence: 'documented',
    },
    { code: 'null-dropped', level: 'info', path: '/c', message: 'Left out.', evidence: 'assumed' },
  ],
};

type Situation = {
  readonly level?: LogLevel;
  readonly explanation?: Explanation;
  readonly isTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
};

const log = (exchange: Partial<Exchange>, situation: Situation = {}): string => {
  const { level = 'info', explanation = SILENT, isTerminal = false, env = {} } = situation;
  const io = createScriptedIo({ isTerminal, env });
  const follow = createRequestLog({
    output: io.stderr,
    env: io.env,
    level,
    token: TOKEN,
    explain: () => explanation,
  });
  const settled = { ...ACCEPTED, ...exchange };
  follow({ kind: 'exchange', exchange: { ...settled, delivered: 'pending' } });
  follow({ kind: 'settled', exchange: settled });
  follow({ kind: 'reset' });
  return io.complained();
};

describe('The log of requests', () => {
  it('has one line for an accepted request', () => {
    expect(log({})).toBe('13:35:16.123Z  acct_ef260e9aa3c6  POST /users → pushUser  202\n');
  });

  it('has the reason of a refusal', () => {
    expect(log({ account: null, status: 401, reason: 'There is no Authorization header.' })).toBe(
      '13:35:16.123Z  no account         POST /users → pushUser  401  There is no Authorization header.\n',
    );
  });

  it('has the code of each diagnostic once', () => {
    expect(log({}, { explanation: TALKING })).toMatch(/ {2}202 {2}\[renamed-key, null-dropped\]\n$/);
  });

  it('says when an answer did not get through, or was none', () => {
    expect(log({ delivered: 'partial' })).toContain('202 (answer delivered: partial)');
    expect(log({ status: null, delivered: 'none' })).toContain('  hung up\n');
  });

  it('has the words of diagnostics, size and time at the level debug', () => {
    expect(log({}, { level: 'debug', explanation: TALKING }).split('\n').slice(0, 2)).toEqual([
      '13:35:16.123Z  acct_ef260e9aa3c6  POST /users → pushUser  202  77 bytes, 0.25 ms, fastify',
      '    renamed-key /a "A" is stored as "a".',
    ]);
  });

  it.each(['warn', 'error', 'silent'] as const)('is empty at the level %s', (level) => {
    expect(log({}, { level })).toBe('');
  });

  it.each(['debug', 'info', 'warn', 'error'] as const)(
    'shows a crash with its trace at the level %s',
    (level) => {
      const crash = { crashed: true, status: 500, reason: 'Our own code failed: Error: no\n    at there' };
      expect(log(crash, { level })).toContain(
        '  500\n    Our own code failed: Error: no\n        at there\n',
      );
      expect(log(crash, { level: 'silent' })).toBe('');
    },
  );

  it('lets nothing of a request move the cursor or hide a line', () => {
    const line = log({
      account: null,
      operation: null,
      method: 'GET',
      target: '/\x1b[2J\r\n\x9b31m\u202Eevil\u2028',
      status: 404,
      reason: 'There is no \x1b]0;title\x07.',
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u202e]/);
    expect(line).toContain('\\u001b[2J');
  });

  it('shows no key: neither of the header nor of a query', () => {
    const line = log({ target: '/users?key=live_0123456789#live_0123456789' }, { level: 'debug' });
    expect(line).not.toContain('live_');
  });

  it('masks the key and the token in the path', () => {
    expect(log({ target: '/users/live_0123456789' })).toContain('  POST /users/••••6789 → pushUser  ');
    expect(log({ target: `/users/${TOKEN}` })).toContain('  POST /users/•••• → pushUser  ');
    const cut = log({ target: `/${'a'.repeat(110)}/live_0123456789` });
    expect(cut).not.toContain('live_');
  });

  it('masks them in a reason, also where that quotes a piece of the body only', () => {
    expect(log({ reason: `There is no /live_0123456789, ${TOKEN}.` })).toContain(
      '  There is no /••••6789, ••••.\n',
    );
    expect(log({ reason: 'The body is not JSON: Unexpected end of ..."ive_01234567' })).toContain(
      '  The body is not JSON: Unexpected end of ..."••••\n',
    );
  });

  it('masks them in the words of diagnostics, and the name that a key became', () => {
    const [diagnostic] = TALKING.diagnostics;
    const explanation = {
      ...TALKING,
      diagnostics: [
        {
          code: 'renamed-key',
          level: 'info' as const,
          path: '/live_key_0123456789',
          message: `"LiveKey-0123456789" is stored as "live_key_0123456789", not as "${TOKEN}".`,
          evidence: diagnostic?.evidence ?? 'assumed',
        },
      ],
    };
    const rawHeaders = ['authorization', 'Push LiveKey-0123456789'];
    expect(log({ rawHeaders }, { level: 'debug', explanation })).toContain(
      '    renamed-key /•••• "••••6789" is stored as "••••", not as "••••".\n',
    );
  });

  it('masks them in a crash', () => {
    const crash = log({ crashed: true, status: 500, reason: `Error: live_0123456789 ${TOKEN}` });
    expect(crash).toContain('    Error: ••••6789 ••••\n');
  });

  it('shortens endless paths', () => {
    expect(log({ target: `/${'a'.repeat(10_000)}` }).length).toBeLessThan(300);
  });

  it('is coloured on terminals only, and not where NO_COLOR is set', () => {
    expect(log({}, { isTerminal: true })).toContain('\x1b[32m202\x1b[39m');
    expect(log({}, { isTerminal: true, env: { NO_COLOR: '1' } })).not.toContain('\x1b');
    expect(log({}, { isTerminal: true, env: { TERM: 'dumb' } })).not.toContain('\x1b');
    expect(log({}, { isTerminal: true, env: { NO_COLOR: '' } })).toContain('\x1b');
  });
});
