import type { MessageDialect } from '@understudy/openapi/contract';
import { isAnonymous, type PushRequest, readSentType, toPushRequests } from '@understudy/transformer';
import { type Refusal, refuse } from '../../../engine/refusal.ts';

/** What a message stands for: a request to the Push API, or nothing although it is accepted. */
export type Mapped =
  | { readonly kind: 'request'; readonly request: PushRequest }
  | { readonly kind: 'anonymous' };

/** Maps a message as the pages about its service say. Of one that stands for nothing the refusal's text says why. [assumed] */
export function mapMessage(message: unknown, dialect: MessageDialect): Mapped | Refusal {
  // The message was held against the size limit; what becomes of it is not.
  const outcome = toPushRequests(message, { dialect, mostBytes: Number.POSITIVE_INFINITY });
  const [request] = outcome.kind === 'requests' ? outcome.requests : [];
  if (request !== undefined) return { kind: 'request', request };
  const reason = outcome.kind === 'requests' ? 'The message becomes no request.' : outcome.reason;
  return isAnonymous(message) && ignoresAnonymous(dialect, readSentType(message))
    ? { kind: 'anonymous' }
    : refuse('bad_request', reason, { texts: [reason] });
}

/** [documented] but for the identify of Segment, of which its page says nothing. */
function ignoresAnonymous(dialect: MessageDialect, type: ReturnType<typeof readSentType>): boolean {
  return dialect === 'rudderstack' ? type !== undefined : type === 'identify';
}
