import type { Call } from '../engine/call.ts';
import type { Clock } from '../engine/clock.ts';
import { toBytes, toSize } from './body-collector.ts';
import { createRepeatedHeaders } from './repeated-headers.ts';
import type { Visit } from './visit.ts';

/** Makes what the engine and the desk are told of a request. */
export type CallMaker = {
  /** A request with as much of its body as has come. */
  ofVisit(visit: Visit, complete: boolean): Call;
  /** A request without a body, of which no more is known than is given. */
  ofHead(known: Partial<Call>): Call;
};

const NO_HEADERS: readonly string[] = [];
const NO_BYTES = new Uint8Array(0);

export function createCallMaker(clock: Clock, door: string, readCapBytes: number): CallMaker {
  const repeated = createRepeatedHeaders();
  return {
    ofVisit: (visit, complete) => ({
      method: visit.request.method ?? '',
      target: visit.target,
      host: visit.host,
      headers: visit.request.headers,
      rawHeaders: repeated(visit.request.rawHeaders),
      bytes: toBytes(visit.body),
      size: toSize(visit.body, readCapBytes),
      complete,
      receivedAt: visit.receivedAt,
      door,
    }),
    ofHead: (known) => ({
      method: '',
      target: '',
      host: '',
      headers: {},
      rawHeaders: NO_HEADERS,
      bytes: NO_BYTES,
      size: 0,
      complete: false,
      receivedAt: clock.now(),
      door,
      ...known,
    }),
  };
}
