import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build-packages.ts';
import type { Packed } from '../pack.ts';
import { install, versionsOf } from './install.ts';
import { runAsUser, runWell } from './user-process.ts';

const PAGE = await readFile(join(ROOT, 'docs/packages.md'), 'utf8');

/** What npm puts into an empty project for one line of the page. */
const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  understudy: ['understudy'],
  'understudy-mock-server': ['@noble/hashes', '@understudy/mock-server'],
  'understudy-client': ['@understudy/client', 'openapi-fetch', 'openapi-typescript-helpers'],
  'understudy-transformer': ['@understudy/transformer'],
  'understudy-openapi': ['@understudy/openapi'],
};

/** What needs neither Node nor any types of Node's. */
const PORTABLE: Readonly<Record<string, readonly string[]>> = {
  'understudy-mock-server': [
    '@understudy/mock-server',
    '@understudy/mock-server/fetch',
    '@understudy/mock-server/conduct',
  ],
  'understudy-client': ['@understudy/client'],
  'understudy-transformer': ['@understudy/transformer'],
  'understudy-openapi': ['@understudy/openapi/types', '@understudy/openapi/checks'],
};

/** Says what becomes of a package without any of the others, and without what it can do without. */
export function describeAlone(getPackages: () => readonly Packed[], getFolder: () => string): void {
  const commands = [...PAGE.matchAll(/^npm (i .*CLONE\/dist\/(\S+)-\d+\.\d+\.\d+\.tgz)/gm)];

  describe('In an empty project', () => {
    it('the page says how to install every package', () => {
      expect(commands.map(([, , name]) => name)).toEqual(expect.arrayContaining(Object.keys(INSTALLED)));
    });

    it.each(commands.map(([, words = '', name = '']) => ({ name, words })))(
      '`npm $words` installs that and no more',
      async ({ name, words }) => {
        const folder = join(getFolder(), name);
        const dist = join(getPackages()[0]?.tarball ?? '', '..');
        await install(folder, {}, words.replace('CLONE/dist', dist).split(' ').slice(1));
        expect(await namesIn(folder)).toEqual(INSTALLED[name]);
        const portable = PORTABLE[name] ?? [];
        if (portable.length > 0) await expectTypes(folder, portable);
        for (const door of portable)
          expect(await bundledPackages(folder, door, 'browser')).not.toContain('fastify');
      },
    );

    it('engine and MSW door work without Fastify', async () => {
      const folder = join(getFolder(), 'without-fastify');
      const tarball = getPackages().find(({ name }) => name === '@understudy/mock-server')?.tarball;
      await install(
        folder,
        { ...(await versionsOf(['msw'])), '@understudy/mock-server': `file:${tarball}` },
        [],
      );
      expect(await namesIn(folder)).not.toContain('fastify');
      await writeFile(join(folder, 'push.mjs'), PUSH);
      expect(await runWell(folder, 'node', ['push.mjs'])).toBe('202\n');
      expect(await bundledPackages(folder, '@understudy/mock-server/msw', 'browser')).toEqual(
        expect.arrayContaining(['@understudy/mock-server', 'msw']),
      );
      const { code, stderr } = await runAsUser(folder, 'node', [
        '--import',
        '@understudy/mock-server/intercept',
        '-e',
        '',
      ]);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('npm install -D fastify'),
      });
    });
  });
}

const PUSH = `
import { createUserlistEngine } from '@understudy/mock-server';
import { createUserlistGuard, userlistHandlers } from '@understudy/mock-server/msw';
import { setupServer } from 'msw/node';

const server = setupServer(...userlistHandlers(createUserlistEngine()));
server.listen(createUserlistGuard());
const answer = await fetch('https://push.userlist.com/users', {
  method: 'POST',
  headers: { authorization: 'Push any', 'content-type': 'application/json' },
  body: '{"identifier":"user-1"}',
});
console.log(answer.status);
`;

/** All that npm installed, by name. */
async function namesIn(folder: string): Promise<string[]> {
  const modules = join(folder, 'node_modules');
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
  const nested = names.map(async (name) =>
    name.startsWith('@') ? (await readdir(join(modules, name))).map((inner) => `${name}/${inner}`) : [name],
  );
  return (await Promise.all(nested)).flat().sort();
}

/** Holds the types of some doors against a TypeScript that knows browsers and nothing else. */
async function expectTypes(folder: string, doors: readonly string[]): Promise<void> {
  const text = doors.map((door, at) => `export type * as door${at} from '${door}';\n`).join('');
  await writeFile(join(folder, 'doors.ts'), text);
  const compilerOptions = { noEmit: true, strict: true, module: 'nodenext', target: 'es2022', types: [] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['doors.ts'] }));
  const { stdout } = await runAsUser(folder, 'node', [join(ROOT, 'node_modules/typescript/bin/tsc')]);
  expect(stdout).toBe('');
}

/** The packages that a bundle of a door consists of. */
async function bundledPackages(
  folder: string,
  door: string,
  platform: 'browser' | 'node',
): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: `export * from '${door}'`, resolveDir: folder },
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const names = Object.keys(metafile.inputs).flatMap(
    (input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? [],
  );
  return [...new Set(names)];
}
