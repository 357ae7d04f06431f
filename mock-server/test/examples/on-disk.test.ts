import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPushClient } from '@understudy/client';
import { createUserlistEngine } from '@understudy/mock-server';
import { openStore } from '@understudy/mock-server/store';
import { expect, it, onTestFinished } from 'vitest';

it('begins with what an earlier run accepted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'understudy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const open = () => {
    const { store, restore, close } = openStore(join(folder, 'kept.db'));
    const engine = createUserlistEngine({ store });
    restore(engine);
    return { engine, close };
  };
  const first = open();
  const userlist = createPushClient({ pushKey: 'my-key', fetch: first.engine.handle });
  expect((await userlist.users.push({ identifier: 'user-1' })).ok).toBe(true);
  first.close();
  const second = open();
  expect(second.engine.accounts.named('my-key')?.world.users.size).toBe(1);
  second.close();
});
