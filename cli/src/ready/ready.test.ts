import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../../test/scripted-io.ts';
import type { Finding } from './probe.ts';
import { ready } from './ready.ts';

const URL_ASKED = 'http://127.0.0.1:4010';
const READY: Finding = { kind: 'ready', version: '1.2.3' };
const NOBODY: Finding = { kind: 'nobody', why: 'ECONNREFUSED' };

const ask = async (findings: readonly Finding[], { wait = false, timeout = 1000 } = {}) => {
  const io = createScriptedIo();
  let asked = 0;
  const code = await ready({ url: URL_ASKED, wait, timeout }, io, async () => {
    const finding = findings[Math.min(asked, findings.length - 1)] ?? NOBODY;
    asked += 1;
    return finding;
  });
  return { code, asked, said: io.said(), complained: io.complained(), elapsed: io.elapsed() };
};

describe('understudy ready', () => {
  it('ends with 0 when the stand-in answers', async () => {
    expect(await ask([READY])).toMatchObject({
      code: 0,
      said: 'Understudy 1.2.3 is ready at http://127.0.0.1:4010.\n',
      complained: '',
    });
  });

  it.each<[Finding, string]>([
    [NOBODY, 'Nothing answers at http://127.0.0.1:4010 (ECONNREFUSED); is "understudy start" running?\n'],
    [{ kind: 'starting' }, 'Understudy at http://127.0.0.1:4010 is still starting.\n'],
    [
      { kind: 'stranger', what: 'status 404' },
      'Something other than Understudy answers at http://127.0.0.1:4010 (status 404).\n',
    ],
  ])('asks once and ends with 1 otherwise: %j', async (finding, complained) => {
    expect(await ask([finding, READY])).toMatchObject({ code: 1, asked: 1, said: '', complained });
  });
});

describe('understudy ready --wait', () => {
  it('asks until the stand-in answers', async () => {
    const { code, asked } = await ask([NOBODY, NOBODY, { kind: 'starting' }, READY], { wait: true });
    expect({ code, asked }).toEqual({ code: 0, asked: 4 });
  });

  it('outlasts a stranger who makes room', async () => {
    const { code } = await ask([{ kind: 'stranger', what: 'status 404' }, READY], { wait: true });
    expect(code).toBe(0);
  });

  it('ends with 1 when the time is over', async () => {
    const { code, elapsed, complained } = await ask([NOBODY], { wait: true, timeout: 500 });
    expect(code).toBe(1);
    expect(elapsed).toBeLessThanOrEqual(500);
    expect(complained).toMatch(/^Nothing answers at .* Waited 0\.5 s\.\n$/);
  });
});
