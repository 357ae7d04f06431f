import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../build-packages.ts';
import type { Packed } from '../pack.ts';
import { findSizeProblems, measure } from '../sizes.ts';
import { withSizes } from '../sizes-table.ts';
import { findSpecifiers } from '../specifiers.ts';
import { readDoors } from './doors.ts';
import { runAsUser, runWell } from './user-process.ts';

const ATTW = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');

/** What each package has installed with it, and what it can do without. */
const NEEDS: Readonly<
  Record<string, { readonly dependencies: readonly string[]; readonly peers: readonly string[] }>
> = {
  '@understudy/openapi': { dependencies: [], peers: ['zod'] },
  '@understudy/mock-server': { dependencies: ['@noble/hashes'], peers: ['fastify', 'msw', 'vitest'] },
  '@understudy/client': { dependencies: ['openapi-fetch'], peers: [] },
  '@understudy/transformer': { dependencies: [], peers: [] },
  understudy: { dependencies: [], peers: [] },
};

/** Says what the tarballs have to be before anybody installs them. */
export function describeTarballs(getPackages: () => readonly Packed[], getOther: () => string): void {
  describe('A tarball', () => {
    it('is there for every package that is not private', () => {
      expect(getPackages().map(({ name }) => name)).toEqual(Object.keys(NEEDS));
    });

    it('is the same to the last byte wherever and by whomever it is made', async () => {
      const other = getOther();
      await mkdir(other);
      const url = pathToFileURL(join(ROOT, 'packaging/build-packages.ts'));
      const said = await runWell(other, 'node', ['--input-type=module', '-e', toBuildScript(url, other)]);
      const again: readonly Packed[] = JSON.parse(said);
      const toHashes = (packages: readonly Packed[]): unknown =>
        packages.map(({ name, integrity }) => ({ name, integrity }));
      expect(toHashes(again)).toEqual(toHashes(getPackages()));
    });

    it('has licence and README, and no source and no test', () => {
      for (const { files } of getPackages()) {
        expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
        expect(files.filter((file) => /(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([]);
      }
    });

    it('names no source, and no other package of the project', async () => {
      for (const { folder, files } of getPackages()) {
        const modules = files.filter((file) => /^dist\/.*\.(js|d\.ts)$/.test(file));
        for (const file of modules) {
          const named = findSpecifiers(await readFile(join(folder, file), 'utf8')).map(({ text }) => text);
          expect(named.filter((name) => name.startsWith('@understudy/') || name.endsWith('.ts'))).toEqual([]);
        }
      }
    });

    it('has a README whose links lead somewhere', async () => {
      for (const { folder, files } of getPackages()) {
        const readme = await readFile(join(folder, 'README.md'), 'utf8');
        const targets = [...readme.matchAll(/\]\(([^)\s#]+)/g)].map(([, target = '']) => target);
        const relative = targets.filter((target) => !/^https?:/.test(target));
        expect(relative.filter((target) => !files.includes(target))).toEqual([]);
      }
    });

    it('depends on what it imports, and on no other package of the project', async () => {
      for (const { name, folder } of getPackages()) {
        const { dependencies = {}, peerDependencies = {} } = await readManifest(folder);
        expect({
          name,
          dependencies: Object.keys(dependencies).sort(),
          peers: Object.keys(peerDependencies).sort(),
        }).toEqual({ name, ...NEEDS[name] });
      }
    });

    it('has nothing that publint would change', async () => {
      for (const { tarball } of getPackages()) {
        const bytes = new Uint8Array(await readFile(tarball)).buffer;
        const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
        expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
      }
    });

    it('has types that are found and that are of what is found', async () => {
      const texts = (await readDoors(getPackages()))
        .filter(({ isModule }) => !isModule)
        .map(({ name }) => name);
      for (const { name, tarball } of getPackages()) {
        const own = texts
          .filter((text) => text.startsWith(`${name}/`))
          .map((text) => text.replace(name, '.'));
        const { code, stdout, stderr } = await runAsUser(ROOT, 'node', [
          ATTW,
          tarball,
          '--profile=esm-only',
          '--format=ascii',
          ...(own.length > 0 ? ['--exclude-entrypoints', ...own] : []),
        ]);
        if (code !== 0) throw new Error(stdout + stderr);
        expect({ name, isTyped: !stdout.includes('does not contain types') }).toEqual({
          name,
          isTyped: name !== 'understudy',
        });
      }
    });

    it('is about as large as was recorded', async () => {
      const recorded = JSON.parse(await readFile(join(ROOT, 'packaging/sizes.json'), 'utf8'));
      const measured = await measure(getPackages(), join(ROOT, 'node_modules'));
      expect(findSizeProblems(recorded, measured)).toEqual([]);
      const page = await readFile(join(ROOT, 'docs/packages.md'), 'utf8');
      expect(withSizes(page, recorded)).toBe(page);
    });
  });
}

/** Another process, in another folder, whose files nobody else may read. */
const toBuildScript = (url: URL, target: string): string => `
  process.umask(0o077);
  const { buildPackages } = await import('${url}');
  console.log(JSON.stringify(await buildPackages(${JSON.stringify(target)})));`;

const readManifest = async (folder: string): Promise<{ dependencies?: object; peerDependencies?: object }> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
