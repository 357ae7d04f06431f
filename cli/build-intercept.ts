import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Makes the module that leads programs to a stand-in one file, for the Node of those programs, which may be older than that
 * of the command. Returns the files that went into it, as paths from the root.
 */
export async function buildIntercept(outfile: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [here('../mock-server/src/fronts/intercept/preload.ts')],
    absWorkingDir: here('..'),
    metafile: true,
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    define: { 'import.meta.filename': '__filename' },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}
