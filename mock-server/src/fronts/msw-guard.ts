import { VENDOR_HOSTS } from './vendor-hosts.ts';

export type UserlistGuardOptions = {
  /** Host names that no request may reach, on any port; both of Userlist's if absent. */
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

/** Requests that are named; of more only the number is told. */
const MOST_NAMED = 10;

/** Stops requests to Userlist that no handler takes: give it to `server.listen` or `worker.start`. */
export function createUserlistGuard(options: UserlistGuardOptions = {}): UserlistGuard {
  const { hosts = VENDOR_HOSTS, others = 'bypass' } = options;
  const guarded = hosts.map((host) => host.toLowerCase());
  let stopped: string[] = [];
  let more = 0;

  const check = (request: Request, warn: () => void): void => {
    const { hostname, origin, pathname } = new URL(request.url);
    if (!guarded.includes(hostname.replace(/\.$/, ''))) {
      if (others === 'warn') warn();
      return;
    }
    // The query is left out: it may hold a key.
    const name = `${request.method} ${origin}${pathname}`;
    if (stopped.length < MOST_NAMED) stopped.push(name);
    else more += 1;
    throw toFailure(`No handler took ${name}, so it was stopped: ${ADVICE}`);
  };

  return {
    onUnhandledRequest: (request, print) => check(request, () => print.warning()),
    onUnhandledFrame({ frame, defaults }) {
      const { data } = frame;
      if (typeof data !== 'object' || data === null || !('request' in data)) return;
      const { request } = data;
      if (request instanceof Request) check(request, () => defaults.warn());
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
