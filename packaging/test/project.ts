import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Packed } from '../pack.ts';
import { readDoors, readModules } from './doors.ts';
import { runAsUser, runWell, spawnAsUser } from './user-process.ts';

/** Says what a project can do that has installed all packages and all that they may be used with. */
export function describeProject(getPackages: () => readonly Packed[], getFolder: () => string): void {
  const modules = (): Promise<string[]> => readModules(getPackages());

  describe('In a project with everything', () => {
    it('every door can be imported', async () => {
      const doors = (await modules()).filter((door) => !isOfVitest(door));
      expect(doors).toContain('@understudy/mock-server/msw');
      const said = await runWell(getFolder(), 'node', ['--input-type=module', '-e', toImports(doors)]);
      expect(said.trim().split('\n')).toEqual(doors);
    });

    it('those for Vitest can be imported in a test of Vitest’s', async () => {
      const folder = join(getFolder(), 'with-vitest');
      await mkdir(folder);
      const doors = (await modules()).filter(isOfVitest);
      const tests = doors.map(
        (door) => `it('${door}', async () => expect(await import('${door}')).not.toEqual({}));`,
      );
      await writeFile(
        join(folder, 'doors.test.js'),
        `import { expect, it } from 'vitest';\n${tests.join('\n')}\n`,
      );
      const said = await runWell(folder, 'npx', ['--no-install', 'vitest', 'run']);
      expect(said).toMatch(new RegExp(`Tests .*${doors.length} passed`));
    });

    it('what is no module can be found and read', async () => {
      const others = (await readDoors(getPackages())).filter(({ isModule }) => !isModule);
      expect(others.map(({ name }) => name)).toContain('@understudy/openapi/push-api.yaml');
      for (const { name } of others) {
        const script = `process.stdout.write(require('node:fs').readFileSync(require.resolve('${name}')))`;
        expect(await runWell(getFolder(), 'node', ['-e', script])).toMatch(/^openapi: 3|^\{\n/);
      }
    });

    it('CommonJS can require them', async () => {
      const script = `
        const { createUserlistEngine } = require('@understudy/mock-server');
        const { createPushClient } = require('@understudy/client');
        const userlist = createPushClient({ pushKey: 'any', fetch: createUserlistEngine().handle });
        userlist.users.push({ identifier: 'user-1' }).then(({ status }) => console.log(status));`;
      const { code, stdout, stderr } = await runAsUser(getFolder(), 'node', [
        '--input-type=commonjs',
        '-e',
        script,
      ]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '202\n', stderr: '' });
    });

    it('`npx understudy --version` tells the version', async () => {
      const [first] = getPackages();
      expect(
        (await runWell(getFolder(), 'npx', ['--no-install', 'understudy', '--version'])).trim(),
      ).toContain(first?.version);
    });

    it('`npx understudy start` serves', async () => {
      const { line, stop } = spawnAsUser(getFolder(), 'npx', [
        '--no-install',
        'understudy',
        'start',
        '--port',
        '0',
        '--json',
      ]);
      onTestFinished(stop);
      const { url } = JSON.parse(await line);
      const health = await fetch(`${url}/_control/health`);
      expect([health.status, (await health.json()).status]).toEqual([200, 'ok']);
    });

    it('`npx understudy exec` runs a program beside a stand-in', async () => {
      await writeFile(
        join(getFolder(), 'push.mjs'),
        `const answer = await fetch(\`\${process.env.USERLIST_PUSH_ENDPOINT}/users\`, {
          method: 'POST',
          headers: { authorization: \`Push \${process.env.USERLIST_PUSH_KEY}\`, 'content-type': 'application/json' },
          body: '{"identifier":"user-1"}',
        });
        console.log(answer.status);`,
      );
      const words = ['--no-install', 'understudy', 'exec', '--', 'node', 'push.mjs'];
      expect(await runWell(getFolder(), 'npx', words)).toBe('202\n');
    });

    it('a program that knows only the real host is rerouted', async () => {
      await writeFile(
        join(getFolder(), 'official.mjs'),
        `import Userlist from '@userlist/push';
        const response = await new Userlist({ pushKey: 'any' }).users.push({ identifier: 'user-1' });
        response.resume();
        console.log(response.statusCode);`,
      );
      const words = ['--import', '@understudy/mock-server/intercept', 'official.mjs'];
      expect(await runWell(getFolder(), 'node', words)).toBe('202\n');
    });
  });
}

const isOfVitest = (door: string): boolean => door.split('/').includes('vitest');

const toImports = (doors: readonly string[]): string =>
  `for (const door of ${JSON.stringify(doors)}) { await import(door); console.log(door); } process.exit();`;
