import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contentsOf, makeFolder } from './folder.ts';
import { type KeptEngine, openKept } from './kept-engine.ts';

/** Stores a little of everything. */
async function stock(kept: KeptEngine): Promise<void> {
  await kept.post('/users', {
    identifier: 'u1',
    email: 'a@x',
    properties: { plan: 'pro' },
    companies: ['c1'],
  });
  await kept.post('/users', { email: 'b@x' }, 'another-push-key');
  await kept.post('/events', { name: 'opened', user: 'u1', properties: { n: 1 } });
  await kept.post('/messages', { template: 'welcome', user: 'u1' });
}

/** A file that was closed, and one beside whose last requests stand as a killed process would have left them. */
export async function makeFiles(): Promise<{ folder: string; clean: string; left: string }> {
  const folder = makeFolder();
  const [clean, left] = [join(folder, 'clean.db'), join(folder, 'left.db')];
  const kept = openKept(clean);
  await stock(kept);
  kept.close();
  const running = openKept(join(folder, 'running.db'));
  await stock(running);
  for (const end of ['', '-wal']) copyFileSync(join(folder, `running.db${end}`), `${left}${end}`);
  running.close();
  return { folder, clean, left };
}

export function messageOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return error.message;
    throw error;
  }
  return 'It was opened.';
}

/** Says that a file is refused in one sentence, and that neither it nor anything beside it has changed. */
export function expectRefusal(folder: string, path: string, sentence: RegExp): void {
  const before = contentsOf(folder);
  const message = messageOf(() => openKept(path).close());
  expect(message).toMatch(sentence);
  expect(message).toMatch(/^[^\n]*\.$/);
  expect(message).toContain(path);
  expect(contentsOf(folder)).toEqual(before);
}
