import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BuildOptions, build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Finds nothing outside this machine, and looks for nothing there. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS });

/** A page that is open, and where it was served from. */
export type OpenPage = { readonly page: Page; readonly url: string; close(): Promise<void> };

/** Serves a program and MSW's worker at a loopback port, and opens a page that loads the program. */
export async function openPage(browser: Browser, program: string, worker: Uint8Array): Promise<OpenPage> {
  const scripts: Readonly<Record<string, string | Uint8Array>> = {
    '/program.js': program,
    '/mockServiceWorker.js': worker,
  };
  const server = createServer(({ url = '' }, response) => {
    const script = scripts[url];
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><script type="module" src="/program.js"></script>');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await browser.newPage();
  await page.goto(url);
  return {
    page,
    url,
    async close() {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Makes one script for browsers of a program, with nothing to stand in for Node. */
export async function bundle(
  program: Pick<BuildOptions, 'entryPoints' | 'stdin'>,
  mswPackage = 'msw',
): Promise<string> {
  const { outputFiles } = await build({
    ...program,
    alias: { msw: mswPackage },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'esnext',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
