import { requestBytes } from '@understudy/openapi/limits';
import type { paths } from '@understudy/openapi/types';
import createClient from 'openapi-fetch';
import type { AttemptInit, Fetch, Send } from './attempt.ts';
import { checkOptions } from './check-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { deliver } from './deliver.ts';
import type { PushResult } from './push-result.ts';
import { type RetryOptions, toRetryPolicy } from './retry-policy.ts';
import { toBodyText } from './to-body-text.ts';

type Body<Operation> = Operation extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: { 'application/json': infer Payload } }
    ? Payload
    : never
  : never;

export type UserPayload = Body<paths['/users']['post']>;
export type UserDeletionPayload = Body<paths['/users']['delete']>;
export type CompanyPayload = Body<paths['/companies']['post']>;
export type CompanyDeletionPayload = Body<paths['/companies']['delete']>;
export type RelationshipPayload = Body<paths['/relationships']['post']>;
export type RelationshipDeletionPayload = Body<paths['/relationships']['delete']>;
export type EventPayload = Body<paths['/events']['post']>;
export type MessagePayload = Body<paths['/messages']['post']>;

export type PushClientOptions = {
  /** The account's push key, without the word `Push`. */
  pushKey: string;
  /** Default `https://push.userlist.com`; a path in it is kept. */
  baseUrl?: string;
  /** Default `globalThis.fetch`, looked up at each request. */
  fetch?: (request: Request) => Promise<Response>;
  /** Longest time for one attempt. Default 30,000 ms. */
  timeoutMs?: number;
  /** `false` makes one attempt. */
  retry?: RetryOptions | false;
  clock?: Clock;
  /** A number from 0 up to 1, for the spread of the pauses. Default `Math.random`. */
  random?: () => number;
};

export type CallOptions = {
  /** Ends the call at once, in a request or in a pause. */
  signal?: AbortSignal;
};

/** One method per operation of the Push API; none of them throws or rejects. */
export type PushClient = {
  users: {
    push(user: UserPayload, options?: CallOptions): Promise<PushResult>;
    delete(user: UserDeletionPayload, options?: CallOptions): Promise<PushResult>;
  };
  companies: {
    push(company: CompanyPayload, options?: CallOptions): Promise<PushResult>;
    delete(company: CompanyDeletionPayload, options?: CallOptions): Promise<PushResult>;
  };
  relationships: {
    push(relationship: RelationshipPayload, options?: CallOptions): Promise<PushResult>;
    delete(relationship: RelationshipDeletionPayload, options?: CallOptions): Promise<PushResult>;
  };
  events: { push(event: EventPayload, options?: CallOptions): Promise<PushResult> };
  messages: {
    /** Not sent again when an attempt may have arrived, unless `retry.unknown` is true. */
    push(message: MessagePayload, options?: CallOptions): Promise<PushResult>;
  };
};

/** Creates a client for one account; throws if an option cannot work, and never prints the key. */
export function createPushClient(options: PushClientOptions): PushClient {
  const { pushKey, baseUrl, timeoutMs, retry } = checkOptions(options);
  const { clock = systemClock, random = Math.random } = options;
  const fetch: Fetch = options.fetch ?? ((request) => globalThis.fetch(request));
  const policy = toRetryPolicy(retry, timeoutMs);

  const http = createClient<paths>({
    baseUrl,
    // A followed redirect could carry the push key to another host.
    redirect: 'manual',
    headers: {
      Authorization: `Push ${pushKey}`,
      Accept: 'application/json',
      'Content-Type': 'application/json; charset=utf-8',
    },
  });

  const operation =
    <Payload>(send: (body: Payload, init: AttemptInit) => ReturnType<Send>, retriesUnknown = true) =>
    async (body: Payload, options?: CallOptions): Promise<PushResult> => {
      // JavaScript callers pass null for both, as fetch lets them.
      const signal = options?.signal ?? new AbortController().signal;
      const written = toBodyText(body, requestBytes);
      if (!written.ok) {
        const { code, path, text } = written.fault;
        const facts = { errors: [text], rateLimit: null, attempts: 0, unknown: false };
        return { ok: false, kind: 'not-sent', status: null, code, path, ...facts };
      }
      const sendBody: Send = (init) => send(body, init);
      return deliver(sendBody, written.text, { fetch, clock, random, policy, retriesUnknown, signal });
    };

  return {
    users: {
      push: operation((body, init) => http.POST('/users', { body, ...init })),
      delete: operation((body, init) => http.DELETE('/users', { body, ...init })),
    },
    companies: {
      push: operation((body, init) => http.POST('/companies', { body, ...init })),
      delete: operation((body, init) => http.DELETE('/companies', { body, ...init })),
    },
    relationships: {
      push: operation((body, init) => http.POST('/relationships', { body, ...init })),
      delete: operation((body, init) => http.DELETE('/relationships', { body, ...init })),
    },
    events: { push: operation((body, init) => http.POST('/events', { body, ...init })) },
    messages: {
      push: operation((body, init) => http.POST('/messages', { body, ...init }), policy.unknown),
    },
  };
}
