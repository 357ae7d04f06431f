import type { Contract, RefusalCode } from '@understudy/openapi/contract';
import { type Call, pathOf } from '../../engine/call.ts';
import type { LimiterVerdict } from '../../engine/limiter.ts';
import type { Answer } from '../../engine/outcome.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Malformation, Service } from '../../engine/service.ts';
import { renderByteSize } from './byte-size.ts';
import { createPathHints } from './path-hints.ts';
import { toNotInPlan } from './plan.ts';

/** Renders a refusal as the vendor's envelope; every error has it, whatever its cause. [documented] */
export function createRenderer(contract: Contract): Pick<Service<unknown>, 'render' | 'textsOf'> {
  const find = (refusal: Refusal) =>
    contract.refusals[refusal.code as RefusalCode] ?? toUndescribed(refusal, contract);
  const textsOf = (refusal: Refusal): readonly string[] =>
    refusal.texts ?? [fill(find(refusal).text, refusal.fill ?? {})];

  const render = (refusal: Refusal): Answer => {
    const known = find(refusal);
    const errors = textsOf(refusal);
    const body = JSON.stringify({ status: known.status, code: known.code, errors });
    const length = String(new TextEncoder().encode(body).byteLength);
    const headers = ['Content-Type', known.mediaType, 'Content-Length', length, ...(refusal.headers ?? [])];
    return { status: known.status, reason: known.reason, headers, body, close: false };
  };

  return { render, textsOf };
}

function toUndescribed({ code, status = 500 }: Refusal, { otherStatuses, refusals }: Contract) {
  const { mediaType } = refusals.internal_server_error;
  return { status, code, reason: otherStatuses[status] ?? '', text: '', mediaType };
}

function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const MALFORMED: Readonly<Record<Malformation, RefusalCode>> = {
  syntax: 'bad_request',
  'headers-too-large': 'request_header_fields_too_large',
  timeout: 'request_timeout',
};

/** The refusals that the engine asks for by itself. */
export function createRefusals(contract: Contract): Service<unknown>['refusals'] {
  const hintAt = createPathHints(contract);

  return {
    notFound(call: Call) {
      const path = pathOf(call.target);
      return refuse(
        'not_found',
        `There is no operation ${call.method.slice(0, 40)} ${path.slice(0, 200)}. ${hintAt(path, call.host)}`,
      );
    },
    tooLarge(size) {
      const limit = contract.limits.requestBytes;
      return refuse(
        'content_too_large',
        `The body has ${size} bytes, ${size - limit} more than the limit of ${limit}.`,
        {
          fill: { size: renderByteSize(size), limit: renderByteSize(limit) },
        },
      );
    },
    unauthorized: (reason) => refuse('unauthorized', reason),
    overRate: (verdict) => toOverRate(verdict, contract.rateHeaders),
    notInPlan: toNotInPlan,
    unavailable: (reason) => refuse('service_unavailable', reason),
    objectionable: (objections) =>
      refuse('unprocessable_content', `In strict mode warnings refuse a request: ${objections.join(' ')}`, {
        texts: objections,
      }),
    malformed: (cause, reason) => refuse(MALFORMED[cause], reason),
    crashed: () =>
      refuse('internal_server_error', 'Our own code failed.', { headers: ['X-Understudy-Crash', 'true'] }),
  };
}

/** [documented] the four headers, and that the text repeats Retry-After. */
function toOverRate(verdict: LimiterVerdict, names: Contract['rateHeaders']): Refusal {
  const { limit, windowSeconds, retryAfterSeconds } = verdict;
  return refuse(
    'too_many_requests',
    `All ${limit} requests of this window are used; the next one passes in ${retryAfterSeconds} seconds.`,
    {
      fill: { limit, window: windowSeconds, retry_after: retryAfterSeconds },
      headers: [...toRateHeaders(verdict, names), names.retryAfter, String(retryAfterSeconds)],
    },
  );
}

/** Where an account stands in its window; names and values in turn. [documented] */
export function toRateHeaders(verdict: LimiterVerdict, names: Contract['rateHeaders']): string[] {
  const { limit, remaining, resetSeconds } = verdict;
  return [names.limit, String(limit), names.remaining, String(remaining), names.reset, String(resetSeconds)];
}
