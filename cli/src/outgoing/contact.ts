import type { Clock } from '@understudy/client';

export type Fetch = (request: Request) => Promise<Response>;

export type ContactOptions = {
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Called when nobody could be reached for longer than is worth waiting, with the code of the reason. */
  readonly onLost: (code: string) => void;
};

/** What all requests together tell of the service; the client looks at one call at a time. */
export type Contact = {
  /** To be given to the client. */
  readonly fetch: Fetch;
  /** Resolves when the service takes requests again, as far as its Retry-After says; rejects when `signal` aborts. */
  untilOpen(signal: AbortSignal): Promise<void>;
  /** When the service takes requests again, in epoch milliseconds. */
  readonly opensAt: number;
  /** Whether the last attempt found nobody. */
  readonly isLost: boolean;
  /** Whether any request may have arrived; false when every connection failed before one could be sent. */
  readonly mayHaveReached: boolean;
  /** Requests made, repeated ones too. */
  readonly attempts: number;
  /** Answers that were a success. */
  readonly accepted: number;
};

/** Long enough for a stand-in that is just starting. */
const PATIENCE_AT_FIRST_MS = 3000;
/** Long enough for one that is being started again. */
const PATIENCE_LATER_MS = 30_000;
/** Not taken at its word beyond this, like the client. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Codes that say that no connection came about, so that nothing was sent. */
const NOBODY = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Codes that say that there is no secure connection to be had: a plain port behind https://, a certificate nobody vouches for. */
const INSECURE = /^(EPROTO|ERR_SSL_|ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Stands in for the code that fetch does not give where it refuses a port on principle. */
export const BAD_PORT = 'bad port';

export function isInsecure(code: string): boolean {
  return INSECURE.test(code);
}

/** Watches the requests of a client. */
export function createContact({ fetch, clock, onLost }: ContactOptions): Contact {
  let attempts = 0;
  let accepted = 0;
  let opensAt = 0;
  let hasAnswered = false;
  let hasSent = false;
  let open = 0;
  let lostSince: number | null = null;

  const notice = (response: Response): void => {
    hasAnswered = true;
    lostSince = null;
    if (response.ok) accepted += 1;
    const pauseMs = response.status === 429 ? decodeSeconds(response.headers.get('retry-after')) : 0;
    if (pauseMs <= LONGEST_PAUSE_MS) opensAt = Math.max(opensAt, clock.now() + pauseMs);
  };

  const noticeMiss = (error: unknown): void => {
    const code = codeOf(error);
    if (!isUnsent(error)) {
      hasSent = true;
      return;
    }
    lostSince ??= clock.now();
    const patienceMs = hasAnswered ? PATIENCE_LATER_MS : PATIENCE_AT_FIRST_MS;
    if (code === BAD_PORT || clock.now() - lostSince >= patienceMs) onLost(code);
  };

  return {
    async fetch(request) {
      attempts += 1;
      open += 1;
      try {
        const response = await fetch(request);
        notice(response);
        return response;
      } catch (error) {
        noticeMiss(error);
        throw error;
      } finally {
        open -= 1;
      }
    },
    async untilOpen(signal) {
      signal.throwIfAborted();
      // The pause may be prolonged by another answer meanwhile.
      while (clock.now() < opensAt) await clock.sleep(opensAt - clock.now(), signal);
    },
    get opensAt() {
      return opensAt;
    },
    get isLost() {
      return lostSince !== null;
    },
    get mayHaveReached() {
      return hasAnswered || hasSent || open > 0;
    },
    get attempts() {
      return attempts;
    },
    get accepted() {
      return accepted;
    },
  };
}

/** Seconds as the vendor sends them, in milliseconds, the most where a proxy added its own; any other form is left to the client. */
function decodeSeconds(value: string | null): number {
  if (value === null || !/^\d{1,9}( *, *\d{1,9})*$/.test(value)) return 0;
  return Math.max(...value.split(',').map(Number)) * 1000;
}

/** Whether a request failed before any of it was sent, so that it may be sent again. */
export function isUnsent(error: unknown): boolean {
  const code = codeOf(error);
  return NOBODY.has(code) || isInsecure(code) || code === BAD_PORT;
}

/** The code that says why a request failed; empty when there is none. */
export function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at.message === BAD_PORT) return BAD_PORT;
  }
  return '';
}
