import { type HttpHandler, HttpResponse, http } from 'msw';
import type { Engine } from '../engine/engine.ts';
import type { DeskDoor } from './desk-door.ts';
import { type FetchHandlerOptions, toFetchHandler } from './fetch.ts';
import { decodeHosts, type NamedHost } from './named-host.ts';
import { VENDOR_HOSTS } from './vendor-hosts.ts';

export { createUserlistGuard, type UserlistGuard, type UserlistGuardOptions } from './msw-guard.ts';

export type UserlistHandlersOptions = {
  /** Hosts that are answered, over http and https, each with its port if that is not the usual one; both of Userlist's if absent. */
  readonly hosts?: readonly string[];
  /** Whether delays and slow bodies of faults pass in real time, as they do if absent, or at once. */
  readonly delays?: NonNullable<FetchHandlerOptions['delays']>;
  /** Serves its prefix and all below it on those hosts; without one those paths are the vendor's. */
  readonly desk?: DeskDoor;
};

/**
 * The engine as handlers for MSW, in Node and in browsers.
 * Where the engine hangs up, or sends what is no HTTP, the request fails as on a broken network. Throws a UsageError on a
 * host that is none.
 */
export function userlistHandlers<World>(
  engine: Engine<World>,
  { hosts = VENDOR_HOSTS, delays = 'real', desk }: UserlistHandlersOptions = {},
): HttpHandler[] {
  const handle = toFetchHandler(engine, desk ?? null, { door: 'msw', delays });

  const resolve = async ({ request }: { readonly request: Request }): Promise<Response> => {
    try {
      return await handle(request);
    } catch (error) {
      if (error instanceof TypeError || request.signal.aborted) return HttpResponse.error();
      throw error;
    }
  };

  return decodeHosts(hosts).map((host) => http.all(toPattern(host), resolve));
}

/** Every URL on a host. */
function toPattern({ name, port }: NamedHost): RegExp {
  const host = `${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.?`;
  // A URL does not name the port that is usual for its scheme.
  const origins = [`http://${host}${port === '80' ? '' : toSuffix(port)}`];
  origins.push(`https://${host}${port === '443' ? '' : toSuffix(port)}`);
  return new RegExp(`^(?:${origins.join('|')})(?:[/?#]|$)`);
}

const toSuffix = (port: string): string => (port === '' ? '' : `:${port}`);
