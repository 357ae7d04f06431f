import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escapeData, tellRunner } from './runner-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'understudy-runner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('The runner', () => {
  it('is told values one a line, beside those of others', () => {
    const env = { GITHUB_ENV: join(folder, 'env') };
    tellRunner('GITHUB_ENV', { ONE: '1=1', NONE: undefined }, env);
    tellRunner('GITHUB_ENV', { TWO: '2' }, env);
    expect(readFileSync(env.GITHUB_ENV, 'utf8')).toBe('ONE=1=1\nTWO=2\n');
  });

  it('is told no value that would be two', () => {
    const env = { GITHUB_ENV: join(folder, 'env') };
    expect(() => tellRunner('GITHUB_ENV', { ONE: '1\nPATH=/tmp' }, env)).toThrow(
      'ONE would have more than one line.',
    );
  });

  it('is missed where there is none', () => {
    expect(() => tellRunner('GITHUB_STATE', { pid: '1' }, {})).toThrow('There is no GITHUB_STATE');
  });

  it('takes a text of several lines for one', () => {
    expect(escapeData('100%\r\n::error::x')).toBe('100%25%0D%0A::error::x');
  });
});
