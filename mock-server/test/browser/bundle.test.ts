import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

/** Bundles a program for browsers, without anything to stand in for Node; resolves with what went into it. */
async function bundle(program: string): Promise<{ readonly inputs: string[]; readonly warnings: unknown[] }> {
  const { metafile, warnings } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { inputs: Object.keys(metafile.inputs), warnings };
}

describe('A bundle for browsers', () => {
  it.each([
    ['the engine', "export * from '@understudy/mock-server'"],
    ['the fetch door', "export * from '@understudy/mock-server/fetch'"],
    ['the MSW door', "export * from '@understudy/mock-server/msw'"],
    ['the desk', "export * from '@understudy/mock-server/control'"],
    ['conduct', "export * from '@understudy/mock-server/conduct'"],
  ])('can be made of %s, with nothing of Node, Fastify or YAML', async (_what, program) => {
    const { inputs, warnings } = await bundle(program);
    expect(warnings).toEqual([]);
    expect(inputs.filter((path) => /node:|\/(fastify|yaml|undici)\//.test(path))).toEqual([]);
    expect(inputs.some((path) => path.endsWith('.ts'))).toBe(true);
  });

  it('cannot be made of what needs Node', async () => {
    await expect(bundle("export * from '@understudy/mock-server/fastify'")).rejects.toThrow('node:http');
  });
});
