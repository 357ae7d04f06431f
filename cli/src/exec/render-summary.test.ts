import { describe, expect, it } from 'vitest';
import { renderSummary, type WayIn } from './render-summary.ts';
import type { Summary } from './summary.ts';

const nothing: Summary = {
  requests: 0,
  arrived: [],
  refused: [],
  diagnostics: [],
  journal: { kept: 0, dropped: 0 },
  tlsFailures: 0,
};
const one: Summary = {
  ...nothing,
  requests: 1,
  arrived: [{ operation: 'pushUser', status: 202, delivered: 'full', requests: 1 }],
  diagnostics: [{ code: 'renamed-key', level: 'info', requests: 1 }],
};
const plain: WayIn = { url: 'http://127.0.0.1:4711', intercept: false, https: false };
const lines = (summary: Summary, wayIn: WayIn): string[] => renderSummary(summary, wayIn).split('\n');

describe('When nothing arrived', () => {
  it('it is said where, and what to look at', () => {
    expect(lines(nothing, plain)).toEqual([
      'Nothing arrived at http://127.0.0.1:4711. Look whether the command',
      '  sends to the address in USERLIST_PUSH_ENDPOINT, with the key in USERLIST_PUSH_KEY;',
      '  is a program of Node that knows only push.userlist.com: then run it with --intercept;',
      '  can speak nothing but TLS: then run it with --https.',
      '',
    ]);
  });

  it('nobody is sent to what was tried already', () => {
    const [, , third, fourth] = lines(
      { ...nothing, tlsFailures: 2 },
      { ...plain, intercept: true, https: true },
    );
    expect(third).toBe(
      '  is a program of Node, with the NODE_OPTIONS that it was started with: --intercept leads no others;',
    );
    expect(fourth).toBe(
      '  speaks TLS to the address in UNDERSTUDY_HTTPS_URL, and trusts the file in UNDERSTUDY_CA_FILE. 2 connections over TLS ended before there was a request.',
    );
  });
});

describe('When something arrived', () => {
  it('connections over TLS that came to nothing are told beside it', () => {
    expect(lines({ ...one, tlsFailures: 1 }, { ...plain, https: true })).toContain(
      '  1 connection over TLS ended before there was a request; does the client trust the file in UNDERSTUDY_CA_FILE?',
    );
    expect(renderSummary(one, { ...plain, https: true })).not.toContain('TLS');
  });

  it('it is told how many requests the diagnostics are of, where the journal has lost some', () => {
    expect(lines(one, plain)).toContain('  Diagnostics: renamed-key (info) × 1');
    expect(lines({ ...one, journal: { kept: 10_000, dropped: 5 } }, plain)).toContain(
      '  Diagnostics of the newest 10000 requests: renamed-key (info) × 1',
    );
  });
});
