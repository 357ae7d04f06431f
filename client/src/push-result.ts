import type { RateLimit } from './rate-limit.ts';
import type { BodyFault } from './to-body-text.ts';

/** The service took the call: any 2xx, which is a 202 [documented]. */
export type PushAccepted = {
  ok: true;
  status: number;
  /** From the answer's headers; null if it had none. */
  rateLimit: RateLimit | null;
  /** Requests it took, the last one included. */
  attempts: number;
};

type FailureFacts = {
  ok: false;
  /** The vendor's texts, or one sentence of the client's own. */
  errors: readonly string[];
  /** From the last answer that had such headers; null if none had. */
  rateLimit: RateLimit | null;
  /** Requests made; 0 when nothing was sent. */
  attempts: number;
  /** Whether an attempt was cut or timed out after sending, so that the service may have applied the call all the same. */
  unknown: boolean;
};

/** The service, or something on the way to it, answered with another status than 2xx. */
export type HttpFailure = FailureFacts & {
  kind: 'http';
  /** 0 where a browser hides the status of a redirect. */
  status: number;
  /** The vendor's code, such as `unprocessable_content`; null if the body was not the vendor's envelope. */
  code: string | null;
};

/** No connection, or it broke before the answer. */
export type NetworkFailure = FailureFacts & {
  kind: 'network';
  status: null;
  code: 'network_error';
  /** What `fetch` threw. */
  cause: unknown;
};

/** No answer within `timeoutMs`, or before the budget ended. */
export type TimeoutFailure = FailureFacts & { kind: 'timeout'; status: null; code: 'timed_out' };

/** The caller's signal ended the call. */
export type AbortedFailure = FailureFacts & {
  kind: 'aborted';
  status: null;
  code: 'aborted';
  /** The signal's reason. */
  cause: unknown;
};

/** The client would not send this body. */
export type NotSentFailure = FailureFacts & {
  kind: 'not-sent';
  status: null;
  code: BodyFault['code'];
  /** JSON Pointer to the value at fault; empty for the whole body. */
  path: string;
};

export type PushFailure = HttpFailure | NetworkFailure | TimeoutFailure | AbortedFailure | NotSentFailure;

/** What a call came to; told apart by `ok`, and failures by `kind`. */
export type PushResult = PushAccepted | PushFailure;
