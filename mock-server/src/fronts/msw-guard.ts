import { isCommonAssetRequest } from 'msw';
import { decodeHosts, withoutDot } from './named-host.ts';
import { VENDOR_HOSTS } from './vendor-hosts.ts';

export type UserlistGuardOptions = {
  /** Hosts that no request may reach, each on any port unless it names one; both of Userlist's if absent. */
  readonly hosts?: readonly string[];
  /** What becomes of requests to other hosts that no handler takes; they pass silently if absent. */
  readonly others?: 'bypass' | 'warn';
};

/** What MSW 2 and MSW 3 ask when no handler takes a request, and what a test asks at its end. */
export type UserlistGuard = {
  /** MSW 2. */
  onUnhandledRequest(request: Request, print: { warning(): void }): void;
  /** MSW 3. */
  onUnhandledFrame(unhandled: {
    readonly frame: { readonly data: unknown };
    readonly defaults: { warn(): void };
  }): void;
  /** Throws when requests were stopped since it was last asked; a program may have swallowed their failure. */
  expectNoneStopped(): void;
};

type Asked = Pick<Request, 'method' | 'url'>;

const USUAL_PORTS: Readonly<Record<string, string>> = {
  'http:': '80',
  'https:': '443',
  'ws:': '80',
  'wss:': '443',
};

/** Requests that are named; of more only the number is told. */
const MOST_NAMED = 10;

/** Stops requests to Userlist that no handler takes: give it to `server.listen` or `worker.start`. */
export function createUserlistGuard(options: UserlistGuardOptions = {}): UserlistGuard {
  const { hosts = VENDOR_HOSTS, others = 'bypass' } = options;
  const guarded = decodeHosts(hosts);
  let stopped: string[] = [];
  let more = 0;

  /** The failure of what is stopped; null for what may pass. */
  const judge = ({ method, url }: Asked): Error | null => {
    const { hostname, port, protocol, origin, pathname } = new URL(url);
    const hostName = withoutDot(hostname);
    const portInUse = port === '' ? (USUAL_PORTS[protocol] ?? '') : port;
    if (!guarded.some((one) => one.name === hostName && (one.port === '' || one.port === portInUse)))
      return null;
    // The query is left out: it may hold a key.
    const name = `${method} ${origin}${pathname}`;
    if (stopped.length < MOST_NAMED) stopped.push(name);
    else more += 1;
    const failure = toFailure(`No handler took ${name}, so it was stopped: ${ADVICE}`);
    if (isPage()) reportError(failure);
    return failure;
  };

  const warnOf = (asked: Asked, warn: () => void): void => {
    if (others === 'warn' && !isCommonAssetRequest(asked as Request)) warn();
  };

  return {
    onUnhandledRequest(request, print) {
      const failure = judge(request);
      if (failure !== null) throw failure;
      warnOf(request, () => print.warning());
    },
    onUnhandledFrame({ frame, defaults }) {
      const asked = toAsked(frame.data);
      if (asked === null) return;
      const failure = judge(asked);
      if (failure === null) warnOf(asked, () => defaults.warn());
      // Of an error MSW would make an answer there.
      else throw isPage() ? Response.error() : failure;
    },
    expectNoneStopped() {
      if (stopped.length === 0) return;
      const names = more === 0 ? stopped : [...stopped, `and ${more} more`];
      stopped = [];
      more = 0;
      throw new Error(
        `Requests to Userlist were stopped, as no handler took them: ${ADVICE}\n  ${names.join('\n  ')}`,
      );
    },
  };
}

const ADVICE =
  'give MSW the handlers of userlistHandlers(engine) for that host, and keep them when you reset handlers.';

/** MSW hands on an error that looks like one of Node's as it is; it would make an answer 500 of any other. */
function toFailure(message: string): Error {
  return Object.assign(new Error(message), { code: 'ERR_USERLIST_UNHANDLED', errno: -1 });
}

/** Whether a service worker stands between the program and the network, as in browsers. */
function isPage(): boolean {
  return 'navigator' in globalThis && 'serviceWorker' in navigator;
}

/** The request of a frame, or that by which its socket was to be opened; null where there is neither. */
function toAsked(data: unknown): Asked | null {
  if (typeof data !== 'object' || data === null) return null;
  if ('request' in data) return data.request as Asked;
  if ('connection' in data)
    return { method: 'GET', url: `${(data.connection as { client: { url: URL } }).client.url}` };
  return null;
}
