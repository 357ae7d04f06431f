import { isMainThread } from 'node:worker_threads';
import { VENDOR_HOSTS } from '../vendor-hosts.ts';
import { reroute } from './reroute.ts';
import { isAt, toAddress } from './to-address.ts';

/** Set on the process, where another copy of this file finds it too. */
const ON = Symbol.for('understudy.intercept');

/** Tells processes that this one starts where requests go, so that only one of them says it. */
const TOLD = '_UNDERSTUDY_INTERCEPT';

const PUSH_ENDPOINT = 'USERLIST_PUSH_ENDPOINT';

async function turnOn(env: NodeJS.ProcessEnv): Promise<void> {
  const given = env.UNDERSTUDY_URL ?? '';
  const url = given === '' ? await startOwn() : given;
  const address = toAddress(url);
  reroute(VENDOR_HOSTS, address);
  // The official client takes an address with a port for the name of a host.
  if (isAt(address, env[PUSH_ENDPOINT] ?? '')) env[PUSH_ENDPOINT] = 'https://push.userlist.com';
  if (!isMainThread || env[TOLD] === url) return;
  env[TOLD] = url;
  const whose = given === '' ? 'a stand-in within this process, ' : '';
  process.stderr.write(`understudy: requests to ${VENDOR_HOSTS.join(' and ')} go to ${whose}${url}\n`);
}

/** Loaded only where it is needed: with a URL it is nothing but weight. */
async function startOwn(): Promise<string> {
  const { startOwnStandIn } = await import('./own-stand-in.ts');
  return startOwnStandIn(VENDOR_HOSTS);
}

const marked: { [ON]?: true } = process as object;
if (marked[ON] === undefined) {
  marked[ON] = true;
  await turnOn(process.env);
}
