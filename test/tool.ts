import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from 'vitest';

/**
 * Runs a suite that needs a program which npm does not bring. Where the program is missing, the suite is skipped on a
 * person's machine, and fails in CI, since what was skipped was not proved.
 */
export function describeWithTool(name: string, tool: string, suite: (path: string) => void): void {
  const path = findTool(tool);
  if (path !== null) describe(name, () => suite(path));
  else if (process.env.CI === undefined) describe.skip(`${name} (${toInstall(tool)})`, () => it.todo(tool));
  else
    it(name, () => {
      throw new Error(`${toInstall(tool)}.`);
    });
}

/** Runs a suite where its program is; elsewhere, in CI too, a line on standard error says that it was not run. */
export function describeWhereFound(name: string, tool: string, suite: (path: string) => void): void {
  const path = findTool(tool);
  if (path !== null) describe(name, () => suite(path));
  else process.stderr.write(`Not run: ${name}; ${toInstall(tool)}.\n`);
}

/** The path of a program by its name; null when PATH has none. */
export function findTool(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isRunnable) ?? null;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const toInstall = (tool: string): string =>
  `there is no ${tool} on PATH; on Debian \`apt-get install ${PACKAGES[tool] ?? tool}\` brings it`;

const PACKAGES: Readonly<Record<string, string>> = { php: 'php-cli', go: 'golang-go' };
