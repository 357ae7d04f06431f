import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const VITEST = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const CONFIG = fileURLToPath(new URL('suites.config.ts', import.meta.url));

export type SuiteRun = {
  readonly code: number | null;
  /** The last line of standard output. */
  readonly closing: string | undefined;
  readonly complained: string;
};

/** Runs the tests of one `*.suite.ts` in a process of its own, as CI or as a person does. */
export async function runSuite(
  name: string,
  isCi: boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<SuiteRun> {
  const { CI: _ci, ...env } = process.env;
  const own = Object.entries(env).filter(([key]) => !/^(VITEST|NODE_ENV|NO_COLOR|FORCE_COLOR)/.test(key));
  const child = spawn(process.execPath, [VITEST, 'run', '--config', CONFIG, `${name}.suite.ts`], {
    env: { ...Object.fromEntries(own), NO_COLOR: '1', ...(isCi ? { CI: 'true' } : {}), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, complained, closing: said.trim().split('\n').at(-1) };
}
