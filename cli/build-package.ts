import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildIntercept } from './build-intercept.ts';
import packageJson from './package.json' with { type: 'json' };

const MAIN = 'understudy.cjs';
const SOURCE = '../src/main.ts';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Makes the command, in the folder `target`, one file that needs nothing installed beside it, and another for the programs that
 * it intercepts. Returns the files that went into them, as paths from the root.
 */
export async function buildPackage(target: string): Promise<string[]> {
  await rm(target, { recursive: true, force: true });
  await mkdir(`${target}/bin`, { recursive: true });
  const { metafile } = await build({
    entryPoints: [here('./src/main.ts')],
    // Names of modules are paths from here, and are in the file.
    absWorkingDir: here('..'),
    metafile: true,
    outfile: `${target}/${MAIN}`,
    bundle: true,
    platform: 'node',
    target: 'node22.18',
    // Fastify and what it needs are CommonJS and read the names of their own files.
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    logLevel: 'warning',
  });
  const inputs = await buildIntercept(`${target}/bin/intercept.cjs`);
  const bin = await readFile(here('./bin/understudy.js'), 'utf8');
  if (!bin.includes(`'${SOURCE}'`))
    throw new Error(`cli/bin/understudy.js does not import ${SOURCE} any more.`);
  await writeFile(`${target}/bin/understudy.js`, bin.replace(`'${SOURCE}'`, `'../${MAIN}'`));
  await chmod(`${target}/bin/understudy.js`, 0o755);
  const { name, version, description, license, type, engines, bin: bins } = packageJson;
  const built = { name, version, description, license, type, engines, bin: bins };
  await writeFile(`${target}/package.json`, `${JSON.stringify(built, null, 2)}\n`);
  return [...new Set([...Object.keys(metafile.inputs), ...inputs])];
}
