import type { components } from '@understudy/openapi/control/types';
import type { Exchange } from '../engine/exchange.ts';

type Rendered = components['schemas']['Exchange'];
type Pair = { readonly name: string; readonly value: string };

/** One entry of an HTTP Archive 1.2; `_understudy` is what the archive has no place for. */
export type HarEntry = {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly Pair[];
    readonly queryString: readonly Pair[];
    readonly postData?: HarBody;
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: string;
    readonly httpVersion: string;
    readonly cookies: readonly [];
    readonly headers: readonly Pair[];
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: string;
    readonly headersSize: number;
    readonly bodySize: number;
  };
  readonly cache: Readonly<Record<never, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly _understudy: HarFacts;
};

/** The archive can encode only what was answered, so bytes of a request that are no text have a mark of our own. */
export type HarBody = { readonly mimeType: string; readonly text: string; readonly _encoding?: 'base64' };

export type HarFacts = {
  readonly id: string;
  readonly account: string | null;
  readonly operation: string | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly fault: string | null;
  readonly delivered: string;
  /** False when a part of the request's body is missing: beyond the size limit, or never sent. */
  readonly whole: boolean;
  readonly own_ms: number;
  readonly injected_ms: number;
};

const UNKNOWN = -1;
const HTTP = 'HTTP/1.1';
const NOWHERE = 'localhost';

/** An exchange, as it is rendered, in the form of the archive; one without an answer has the status 0. */
export function toHarEntry(rendered: Rendered, exchange: Exchange): HarEntry {
  const { request, answer } = rendered;
  const url = toUrl(rendered.host, rendered.path);
  const wait = rendered.own_ms + rendered.injected_ms;
  const total = exchange.settledMs === null ? wait : exchange.settledMs - exchange.startedMs;
  const receive = Math.max(0, total - wait);
  return {
    startedDateTime: rendered.received_at,
    time: round(wait + receive),
    request: {
      method: rendered.method,
      url,
      httpVersion: HTTP,
      cookies: [],
      headers: request.headers,
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      ...(request.bytes === 0 ? {} : { postData: toBody(request) }),
      headersSize: UNKNOWN,
      bodySize: request.bytes,
    },
    response: {
      status: answer.status ?? 0,
      statusText: '',
      httpVersion: HTTP,
      cookies: [],
      headers: answer.headers,
      content: {
        size: new TextEncoder().encode(exchange.answerBody).byteLength,
        mimeType: findHeader(answer.headers, 'content-type'),
        text: answer.body,
      },
      redirectURL: findHeader(answer.headers, 'location'),
      headersSize: UNKNOWN,
      bodySize: exchange.delivered === 'pending' ? UNKNOWN : exchange.deliveredBytes,
    },
    cache: {},
    timings: { send: 0, wait: round(wait), receive: round(receive) },
    _understudy: {
      id: rendered.id,
      account: rendered.account,
      operation: rendered.operation,
      code: answer.code,
      reason: answer.reason,
      fault: rendered.fault?.name ?? null,
      delivered: rendered.delivered,
      whole: request.complete && request.bytes === exchange.bytes.byteLength,
      own_ms: rendered.own_ms,
      injected_ms: rendered.injected_ms,
    },
  };
}

function toBody({ raw, headers }: Rendered['request']): HarBody {
  const mimeType = findHeader(headers, 'content-type');
  return typeof raw === 'string'
    ? { mimeType, text: raw }
    : { mimeType, text: raw.base64, _encoding: 'base64' };
}

/** An archive holds whole addresses; hosts and targets of hostile requests may be anything. */
function toUrl(host: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${target}`;
  for (const authority of [host, NOWHERE]) {
    const url = authority === '' ? null : URL.parse(`http://${authority}`);
    // Whatever else the host holds would become a part of the path, or a name and password.
    if (url?.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') continue;
    // As it was sent: the parser would take dots and slashes away.
    return `http://${url.host}${encodeURI(path.toWellFormed()).replaceAll('%25', '%').replaceAll('#', '%23')}`;
  }
  return `http://${NOWHERE}/`;
}

function findHeader(headers: readonly Pair[], name: string): string {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? '';
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
