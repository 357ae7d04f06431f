import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createManualClock, createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import type { Check } from '../generated/push/checks.ts';
import type { Contract } from '../generated/push/contract.ts';
import { toPushFiles } from '../generator/files.ts';
import { type GeneratedFolder, writeGenerated } from './generated-folder.ts';

/** The contract with another rate limit, another size limit, other bounds, one rule less and one more. */
function change(text: string): string {
  const file = parseDocument(text);
  file.setIn(['x-limits', 'rate', 'requests'], 3);
  file.setIn(['x-limits', 'rate', 'window_seconds'], 10);
  file.setIn(['x-limits', 'request_bytes', 'value'], 2048);
  file.setIn(['x-bounds', 'activity'], 2);
  file.setIn(['x-bounds', 'diagnostics'], 1);
  file.setIn(['x-diagnostics', 'unknown-attribute', 'level'], 'info');
  file.deleteIn(['components', 'schemas', 'Relationship', 'allOf', 0]);
  file.addIn(['components', 'schemas', 'Company', 'allOf'], {
    'x-refusal': [{ attribute: 'name', sentence: 'blank' }],
    required: ['name'],
  });
  return String(file);
}

function post(engine: UserlistEngine, path: string, payload: unknown, key = 'some-key') {
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  const outcome = engine.answer({
    method: 'POST',
    target: path,
    host: 'push.userlist.com',
    headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
    rawHeaders: ['Authorization', `Push ${key}`, 'Content-Type', 'application/json'],
    bytes,
    size: bytes.byteLength,
    complete: true,
    receivedAt: engine.clock.now(),
    door: 'test',
  });
  if (outcome.kind !== 'answer') throw new Error('The engine hung up.');
  const { status, body } = outcome.answer;
  return { status, errors: body === '' ? [] : (JSON.parse(body) as { errors: string[] }).errors };
}

describe('A changed contract', () => {
  let folder: GeneratedFolder;
  let changed: UserlistEngine;
  const unchanged = createUserlistEngine({ clock: createManualClock(0) });

  beforeAll(async () => {
    const [push = '', incoming = ''] = await Promise.all(
      ['push', 'incoming'].map((name) => readFile(join(import.meta.dirname, `../${name}-api.yaml`), 'utf8')),
    );
    folder = await writeGenerated(await toPushFiles(change(push), incoming));
    const { contract } = (await folder.load('contract.ts')) as { contract: Contract };
    const { checks } = (await folder.load('checks.ts')) as { checks: Readonly<Record<string, Check>> };
    changed = createUserlistEngine({ contract, checks, clock: createManualClock(0) });
  });

  afterAll(() => folder.remove());

  it('changes the rate limit and its text', () => {
    const statuses = [1, 2, 3].map(() => post(changed, '/users', { identifier: 'user-7' }, 'busy').status);
    expect(statuses).toEqual([202, 202, 202]);
    expect(post(changed, '/users', { identifier: 'user-7' }, 'busy')).toEqual({
      status: 429,
      errors: ['Rate limit of 3 requests per 10 seconds exceeded. Please try again in 10 seconds.'],
    });
    expect(
      [1, 2, 3, 4].map(() => post(unchanged, '/users', { identifier: 'user-7' }, 'busy').status),
    ).toEqual([202, 202, 202, 202]);
  });

  it('changes the size limit and its text', () => {
    const frame = JSON.stringify({ identifier: 'user-7', properties: { note: '' } }).length;
    const payload = { identifier: 'user-7', properties: { note: 'x'.repeat(3072 - frame) } };
    expect(post(changed, '/users', payload, 'wordy')).toEqual({
      status: 413,
      errors: ['Payload is too large. Request was 3 KB, but the limit is 2 KB.'],
    });
    expect(post(unchanged, '/users', payload, 'wordy').status).toBe(202);
  });

  it('takes a rule away', () => {
    const payload = { user: null, company: ' ' };
    expect(post(unchanged, '/relationships', payload).errors).toEqual([
      'User must exist',
      'Company must exist',
    ]);
    expect(post(changed, '/relationships', payload).errors).toEqual(['Company must exist']);
  });

  it('adds a rule', () => {
    const payload = { identifier: 'company-3' };
    expect(post(unchanged, '/companies', payload)).toEqual({ status: 202, errors: [] });
    expect(post(changed, '/companies', payload)).toEqual({ status: 422, errors: ["Name can't be blank"] });
  });

  it('changes how much is kept and noted, and how loud a note is', () => {
    const event = { user: 'user-7', name: 'report_exported', colour: 'red', shape: 'round' };
    for (const engine of [changed, unchanged])
      for (let turn = 0; turn < 3; turn += 1) post(engine, '/events', event, 'eager');
    const seen = [changed, unchanged].map(({ accounts, journal, service }) => {
      const exchange = [...journal.entries()].at(-1);
      const explanation = exchange === undefined ? null : service.explain(exchange);
      const account = accounts.find('eager');
      return {
        events: account === null ? null : service.counts(account.world).events,
        notes: explanation?.diagnostics.map(({ code, level }) => `${code} ${level}`),
        more: explanation?.diagnosticsDropped,
      };
    });
    const loud = 'unknown-attribute warning';
    expect(seen).toEqual([
      { events: 2, notes: ['unknown-attribute info'], more: 1 },
      { events: 3, notes: [loud, loud], more: 0 },
    ]);
  });

  it('reaches the zod schemas and the limits of the client too', async () => {
    const { Company } = (await folder.load('zod.ts')) as typeof import('../generated/push/zod.ts');
    expect(Company.safeParse({ identifier: 'company-3' }).success).toBe(false);
    expect(Company.safeParse({ identifier: 'company-3', name: 'Lantern Tools' }).success).toBe(true);
    const limits = await folder.load('limits.ts');
    expect(limits).toMatchObject({ requestBytes: 2048, rate: { requests: 3, windowSeconds: 10 } });
  });
});
