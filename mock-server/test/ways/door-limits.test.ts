import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createUserlistEngine } from '../../src/index.ts';
import { doorNames, doors } from '../doors.ts';
import { abilities, abilityNames, cellOf } from '../parity/abilities.ts';
import { probes } from '../parity/probes.ts';

describe.each(doorNames)('the door %s', (name) => {
  it.each(abilityNames.map((ability) => [abilities[ability].what, cellOf(ability, name), ability] as const))(
    '%s: %s',
    async (_what, cell, ability) => {
      const engine = createUserlistEngine();
      const door = await doors[name](engine);
      const told = await probes[ability](door, engine).finally(() => door.close());
      expect(told).toBe(cell);
    },
  );
});

it('What a door cannot do is what the page says', async () => {
  const rows = abilityNames.map((name) => [
    abilities[name].what,
    ...doorNames.map((door) => cellOf(name, door)),
  ]);
  const lines = [['', ...doorNames], ['', ...doorNames].map(() => '---'), ...rows];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |`.replace('|  |', '| |')).join('\n');
  const page = await readFile(new URL('../../../docs/ways-in.md', import.meta.url), 'utf8');
  expect(page).toContain(`\n\n${table}\n`);
});
