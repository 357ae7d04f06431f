import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

async function bundleForBrowsers(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    write: false,
  });
  return outputFiles.map(({ text }) => text).join('');
}

describe('the client as a bundle', () => {
  it('is at most 6 kB gzipped, with its dependency', async () => {
    const bytes = gzipSync(await bundleForBrowsers(), { level: 9 }).byteLength;
    expect(bytes).toBeGreaterThan(1000);
    expect(bytes).toBeLessThanOrEqual(6000);
  });

  it('needs nothing of Node and imports nothing', async () => {
    const text = await bundleForBrowsers();
    expect(text).toContain('createPushClient');
    expect(text).not.toMatch(/["']node:/);
    expect(text).not.toMatch(/\bimport\b|\brequire\(/);
  });
});
