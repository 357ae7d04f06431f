import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../behaviour/clients/clients.ts';
import { renderOverview, renderReplayed } from '../behaviour/clients/render-replayed.ts';

const path = fileURLToPath(new URL('../../../docs/official-clients.md', import.meta.url));

describe('the page on official clients', () => {
  it('lists what is replayed; `npx vitest run FILE -u` writes it anew', async () => {
    const [words = ''] = (await readFile(path, 'utf8')).split(/^## Overview$/m);
    const page = `${words}## Overview\n\n${renderOverview(CLIENTS)}\n\n## Replayed\n\n${renderReplayed(CLIENTS)}\n`;
    await expect(page).toMatchFileSnapshot(path);
  });

  it.each(['Ruby gem', 'Rails gem', 'Node package', 'PHP package', 'Python package'])(
    'has the %s as it is and as it was',
    (name) => {
      const own = CLIENTS.filter((client) => client.name.startsWith(name) && client.evidence === 'client');
      expect(own.length).toBeGreaterThan(1);
    },
  );
});
