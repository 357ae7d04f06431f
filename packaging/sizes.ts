import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Packed } from './pack.ts';

/** Bytes by what they are of. */
export type Sizes = Readonly<Record<string, number>>;

/** What people load into their own programs, and what each expects to be there already. */
const BUNDLES: readonly { readonly name: string; readonly door: string; readonly package: string }[] = [
  { package: '@understudy/client', door: '.', name: '@understudy/client' },
  { package: '@understudy/transformer', door: '.', name: '@understudy/transformer' },
  { package: '@understudy/mock-server', door: '.', name: '@understudy/mock-server' },
  { package: '@understudy/mock-server', door: './msw', name: '@understudy/mock-server/msw' },
  { package: '@understudy/mock-server', door: './intercept', name: '@understudy/mock-server/intercept' },
];

const PEERS = ['fastify', 'msw'];

/** How large the tarballs are, what is in them, and what a bundler makes of their doors: minified and gzipped. */
export async function measure(packages: readonly Packed[], nodeModules: string): Promise<Sizes> {
  const tarballs = packages.flatMap(({ name, size, unpackedSize }) => [
    [`${name} tarball`, size] as const,
    [`${name} unpacked`, unpackedSize] as const,
  ]);
  const bundles = await Promise.all(
    BUNDLES.map(async ({ name, door, package: owner }) => {
      const found = packages.find((each) => each.name === owner);
      if (found === undefined) throw new Error(`There is no package ${owner} to measure.`);
      return [`${name} bundle`, await measureBundle(found.folder, door, nodeModules)] as const;
    }),
  );
  return Object.fromEntries([...tarballs, ...bundles]);
}

async function measureBundle(folder: string, door: string, nodeModules: string): Promise<number> {
  const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { outputFiles } = await build({
    entryPoints: [join(folder, exports[door].default)],
    bundle: true,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    platform: 'node',
    minify: true,
    external: PEERS,
    nodePaths: [nodeModules],
    write: false,
    logLevel: 'warning',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).byteLength, 0);
}

/** How much more than was recorded is let pass, and how much less. */
const MORE = 1.08;
const LESS = 0.85;

/** What has become larger, or so much smaller that the record says nothing any more, as sentences that say what to do. */
export function findSizeProblems(recorded: Sizes, measured: Sizes): string[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(measured)]);
  return [...names].flatMap((name) => {
    const [before, now] = [recorded[name], measured[name]];
    if (before === undefined || now === undefined)
      return [`${name}: ${before === undefined ? 'not recorded' : 'not there any more'}; ${RECORD}`];
    if (now > before * MORE) {
      const most = Math.floor(before * MORE);
      return [
        `${name}: ${now} bytes, and at most ${most} are let pass; find out what came in, or, if it is worth it, ${RECORD}`,
      ];
    }
    return now < before * LESS ? [`${name}: ${now} bytes, down from ${before}; ${RECORD}`] : [];
  });
}

const RECORD = 'run `npm run sizes` and commit what it writes.';
