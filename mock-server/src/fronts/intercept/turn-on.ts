import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { serverUrl } from '@understudy/openapi/limits';
import { toNoProxy } from '../environment.ts';
import { VENDOR_HOSTS } from '../vendor-hosts.ts';
import { type Address, fromUrl, isAt, parseUrl, toAddress, toUrl } from './address.ts';
import { leadWorkers } from './lead-workers.ts';
import { reroute } from './reroute.ts';

/** Set on the process, where another copy of this file finds it too. */
const ON = Symbol.for('understudy.intercept');

/** Tells processes that this one starts where requests go, so that only one of them says it; and, in a process, its workers. */
const TOLD = '_UNDERSTUDY_INTERCEPT';

const PUSH_ENDPOINT = 'USERLIST_PUSH_ENDPOINT';

export type TurnOnOptions = {
  readonly url: string;
  /** Whether the stand-in is within this process. */
  readonly isOwn: boolean;
  /** The file that workers are to load. */
  readonly preload: string;
};

const marked: { [ON]?: true } = process as object;

/** Whether this process, or this worker, is led to a stand-in already. */
export const isOn = (): boolean => marked[ON] === true;

/** Where the stand-in is: by the environment, else by what the process of this worker says; null where nobody says. */
export function findUrl(): string | null {
  const inherited = getEnvironmentData(TOLD);
  return process.env.UNDERSTUDY_URL || (typeof inherited === 'string' ? inherited : null);
}

/** Has this process led to the stand-in at a URL. Throws a UsageError where that is none. */
export function turnOn({ url: given, isOwn, preload }: TurnOnOptions): void {
  const { env } = process;
  const to = toAddress(given);
  marked[ON] = true;
  reroute({
    to,
    // The official client takes an address with a port for the name of a host.
    isMeant: (name) => isVendor(name) || (name.includes(':') && isAt(to, `http://${name}`)),
    tell: (sentence) => void process.stderr.write(`understudy: ${sentence}\n`),
  });
  leadWorkers(preload);
  if (isOfStandIn(env, to)) env[PUSH_ENDPOINT] = serverUrl;
  Object.assign(env, toNoProxy(env, VENDOR_HOSTS));
  const url = toUrl(to);
  setEnvironmentData(TOLD, url);
  if (!isMainThread || env[TOLD] === url) return;
  env[TOLD] = url;
  const whose = isOwn ? 'a stand-in within this process, ' : '';
  process.stderr.write(`understudy: requests to ${VENDOR_HOSTS.join(' and ')} go to ${whose}${url}\n`);
}

/** In capitals and with the dot at the end, too. */
const isVendor = (name: string): boolean => VENDOR_HOSTS.includes(name.toLowerCase().replace(/\.$/, ''));

/** Whether the program is told to send to the stand-in itself, over HTTP or TLS. */
function isOfStandIn(
  { [PUSH_ENDPOINT]: endpoint = '', UNDERSTUDY_HTTPS_URL: httpsUrl = '' }: NodeJS.ProcessEnv,
  to: Address,
): boolean {
  const overTls = parseUrl(httpsUrl);
  return isAt(to, endpoint) || (overTls !== null && isAt(fromUrl(overTls), endpoint));
}
