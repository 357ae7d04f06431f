import { type Call, headerOf } from './call.ts';
import type { Result } from './result.ts';
import type { LoggedCall } from './store.ts';

/** What the disk keeps of a call that is about to be accepted; null when it changes nothing. */
export function toLogEntry<World>(
  call: Call,
  { account, route, decision, now, ids }: Result<World>,
): LoggedCall | null {
  if (account === null || route === null || decision === null) return null;
  return {
    kind: 'call',
    account: account.handle,
    maskedKey: account.maskedKey,
    operation: route.id,
    params: route.params,
    contentType: headerOf(call, 'content-type'),
    bytes: call.bytes,
    at: now,
    ids,
  };
}
