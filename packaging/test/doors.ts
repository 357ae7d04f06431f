import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Packed } from '../pack.ts';

/** What somebody writes to have something of a package. */
export type Door = { readonly name: string; readonly isModule: boolean };

/** All doors of the packages, as they are in what was packed. */
export async function readDoors(packages: readonly Packed[]): Promise<Door[]> {
  const doors = await Promise.all(
    packages.map(async ({ name, folder }) => {
      const { exports = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      return Object.entries(exports).map(([door, target]) => ({
        name: name + door.slice(1),
        isModule: typeof target === 'object',
      }));
    }),
  );
  return doors.flat();
}

/** The names of those that are modules. */
export async function readModules(packages: readonly Packed[]): Promise<string[]> {
  return (await readDoors(packages)).filter(({ isModule }) => isModule).map(({ name }) => name);
}
