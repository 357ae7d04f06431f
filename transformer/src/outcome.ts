import type { Company, Event, User } from './push-contract.ts';

/** One request to the Push API, ready for a client to send as JSON. */
export type PushRequest =
  | {
      readonly operation: 'pushUser';
      readonly method: 'POST';
      readonly path: '/users';
      readonly body: User;
    }
  | {
      readonly operation: 'pushCompany';
      readonly method: 'POST';
      readonly path: '/companies';
      readonly body: Company;
    }
  | {
      readonly operation: 'pushEvent';
      readonly method: 'POST';
      readonly path: '/events';
      readonly body: Event;
    };

/** The requests a message becomes; today always one. */
export type Requests = { readonly kind: 'requests'; readonly requests: readonly PushRequest[] };

/** A message that is fine and still not sent; `code` is 298, RudderStack's "filtered". [observed] */
export type Skipped = { readonly kind: 'skipped'; readonly reason: string; readonly code: 298 };

/** A message its author has to change; `code` is 400, final for RudderStack and Segment: never retried. [observed] */
export type Rejected = { readonly kind: 'rejected'; readonly reason: string; readonly code: 400 };

/** What becomes of a message. A reason is a sentence that says what to do. */
export type Outcome = Requests | Skipped | Rejected;

/** Leaves a message out, with a reason. */
export function skip(reason: string): Skipped {
  return { kind: 'skipped', reason, code: 298 };
}

/** Hands a message back to its author, with a reason. */
export function reject(reason: string): Rejected {
  return { kind: 'rejected', reason, code: 400 };
}
