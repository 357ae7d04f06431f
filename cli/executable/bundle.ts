import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Makes the command one CommonJS file that runs itself and loads nothing but what Node has built in. */
export async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))],
    outfile,
    // Names of modules are paths from here, and are in the file.
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // Within an executable, code that comes with a cache cannot use import().
    supported: { 'dynamic-import': false },
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'eof',
    logLevel: 'warning',
  });
}
