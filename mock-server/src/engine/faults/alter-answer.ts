import type { Delivery, Hold } from '../delivery.ts';
import type { Delivered } from '../exchange.ts';
import type { Answer } from '../outcome.ts';
import type { Fault, FaultEffect, FiredFault } from './fault.ts';

const encoder = new TextEncoder();

/** The answer as a fault has it, at an epoch millisecond. */
export function alterAnswer(answer: Answer, { effect, mark, name }: Fault, now: number): Answer {
  const { retry_after: retryAfter, headers = {} } = effect;
  const body = effect.body === undefined ? answer.body : toBody(effect.body);
  const changes = new Map<string, string | null>();
  if (retryAfter !== undefined) changes.set('Retry-After', toRetryAfter(retryAfter, now));
  if (effect.body !== undefined) {
    if (typeof effect.body !== 'string') changes.set('Content-Type', 'application/json');
    changes.set('Content-Length', String(encoder.encode(body).byteLength));
  }
  for (const [each, value] of Object.entries(headers)) changes.set(each, value);
  if (mark) changes.set('X-Understudy-Fault', encodeURIComponent(name));
  if (changes.size === 0) return answer;
  return { ...answer, headers: withHeaders(answer.headers, changes), body };
}

function toBody(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function toRetryAfter(effect: NonNullable<FaultEffect['retry_after']>, now: number): string | null {
  if (effect === 'absent') return null;
  if (typeof effect === 'object') return toHttpDate(now + effect.date_in * 1000);
  return String(effect);
}

/** A date of HTTP has whole seconds; one that is rounded down would ask for less than was meant. */
function toHttpDate(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toUTCString();
}

/** Replaces in place, so that a header keeps its position; new ones come last. */
function withHeaders(headers: readonly string[], changes: ReadonlyMap<string, string | null>): string[] {
  const open = new Map([...changes].map(([name, value]) => [name.toLowerCase(), { name, value }]));
  const changed: string[] = [];
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = headers[at] ?? '';
    const change = open.get(name.toLowerCase());
    if (change === undefined) changed.push(name, headers[at + 1] ?? '');
    else if (change.value !== null) changed.push(change.name, change.value);
    // A second header of that name goes.
    if (change !== undefined) open.set(name.toLowerCase(), { ...change, value: null });
  }
  for (const { name, value } of open.values()) if (value !== null) changed.push(name, value);
  return changed;
}

const GARBAGE = '\u0000\u0007\u001b understudy: this is no HTTP \u0000\r\n\r\n';

/** How the fault has its answer mistreated on the way out; null when it leaves at once and whole. */
export function toDelivery({ fault, delayMs }: FiredFault): Delivery | null {
  const { hold, bytes_per_second, truncate_at, content_length, garbage } = fault.effect;
  const delivery: Delivery = {
    delayMs,
    hold: hold === true ? toHold(fault) : null,
    bytesPerSecond: bytes_per_second ?? null,
    cutAfterBytes: truncate_at ?? null,
    contentLength: content_length ?? null,
    garbage: garbage === true ? GARBAGE : typeof garbage === 'string' ? garbage : null,
  };
  // 0 says nothing of a delay, but a great deal of where to cut and of a length.
  const { delayMs: _, ...others } = delivery;
  const isPlain = delayMs === 0 && Object.values(others).every((value) => value === null);
  return isPlain ? null : delivery;
}

function toHold(fault: Fault): Hold {
  return {
    get isOver() {
      return fault.isCleared;
    },
    whenOver(callback) {
      if (fault.isCleared) {
        callback();
        return () => undefined;
      }
      fault.held.add(callback);
      return () => {
        fault.held.delete(callback);
      };
    },
  };
}

/**
 * Whether so much of an answer left as the fault wanted. Of an answer without a body nothing can be cut off or slowed
 * down, so that a fault of that kind has not had its way with it.
 */
export function isAsPlanned(
  { hang_up, truncate_at, bytes_per_second, garbage }: FaultEffect,
  delivered: Delivered,
  body: string,
): boolean {
  if (hang_up !== undefined || (garbage !== undefined && garbage !== false)) return delivered === 'none';
  if (body === '' && (truncate_at !== undefined || bytes_per_second !== undefined)) return false;
  // An answer with less body than is to be cut off leaves whole.
  return delivered === 'full' || (truncate_at !== undefined && delivered === 'partial');
}
