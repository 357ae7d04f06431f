import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithTool } from '../../test/tool.ts';
import { ROOT } from '../build-packages.ts';
import { runWell } from './user-process.ts';

const FOLDER = join(ROOT, 'examples');

/** A folder of examples that is a project of its own. */
export type Example = {
  readonly name: string;
  readonly script: 'test' | 'start';
  readonly command: string;
  readonly dependencies: Readonly<Record<string, string>>;
};

export const examples: readonly Example[] = readdirSync(FOLDER)
  .filter((name) => existsSync(join(FOLDER, name, 'package.json')))
  .map((name) => {
    const manifest = JSON.parse(readFileSync(join(FOLDER, name, 'package.json'), 'utf8'));
    const script = manifest.scripts?.test === undefined ? 'start' : 'test';
    return {
      name,
      script,
      command: manifest.scripts?.[script] ?? '',
      dependencies: { ...manifest.dependencies, ...manifest.devDependencies },
    };
  });

/** What all examples need besides the packages of the project, at the versions that they name. */
export const otherDependencies = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    examples.flatMap(({ dependencies }) => Object.entries(dependencies)).filter(([name]) => !isOurs(name)),
  );

/** Runs every example in a project that has installed the packages, away from the clone. */
export function describeExamples(
  getFolder: () => string,
  getVersions: () => ReadonlyMap<string, string>,
): void {
  describe.each(examples)('The example $name', ({ name, script, command, dependencies }) => {
    it('names the versions that it was tried with', () => {
      const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
      const versions = Object.keys(dependencies).map((dependency) => [
        dependency,
        getVersions().get(dependency) ?? lock.packages[`node_modules/${dependency}`]?.version,
      ]);
      expect(dependencies).toEqual(Object.fromEntries(versions));
    });

    const run = async (): Promise<void> => {
      const folder = join(getFolder(), 'examples', name);
      await cp(join(FOLDER, name), folder, {
        recursive: true,
        filter: (path) => !path.endsWith('node_modules'),
      });
      await runWell(folder, 'npm', ['run', script]);
    };
    const [tool] = TOOLS.filter((word) => command.split(/[\s&;|]+/).includes(word));
    if (tool === undefined) it(`runs by \`npm run ${script}\``, run);
    else describeWithTool(`with ${tool}`, tool, () => it(`runs by \`npm run ${script}\``, run));
  });
}

/** Programs that npm does not bring. */
const TOOLS = ['ruby', 'bundle', 'python3', 'php', 'go', 'curl', 'docker'];

const isOurs = (name: string): boolean => name === 'understudy' || name.startsWith('@understudy/');
