import { fileURLToPath } from 'node:url';
import { UsageError } from '../../engine/usage-error.ts';
import { VENDOR_HOSTS } from '../vendor-hosts.ts';
import { orEnd } from './misuse.ts';
import { findUrl, isOn, turnOn } from './turn-on.ts';

if (!isOn()) {
  const given = findUrl();
  const url = given ?? (await startOwn());
  orEnd(() =>
    turnOn({ url, isOwn: given === null, preload: fileURLToPath(new URL('./preload.ts', import.meta.url)) }),
  );
}

/** Loaded only where it is needed: with a URL it is nothing but weight. */
async function startOwn(): Promise<string> {
  const { startOwnStandIn } = await import('./own-stand-in.ts').catch(explain);
  return startOwnStandIn(VENDOR_HOSTS);
}

/** The package can do without Fastify, so it may not be there. */
function explain(error: unknown): never {
  orEnd(() => {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
    if (code !== 'ERR_MODULE_NOT_FOUND' || !String(message).includes("'fastify'")) return;
    throw new UsageError(
      'a stand-in within this process is served with Fastify, which is not there; run "npm install -D fastify", or set UNDERSTUDY_URL to the URL of a stand-in that runs.',
    );
  });
  throw error;
}
