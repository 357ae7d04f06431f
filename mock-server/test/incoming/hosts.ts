import { hosts } from '@understudy/openapi/hosts';
import type { PushOptions, Reply, StandIn } from '../stand-in.ts';

export const PUSH = hosts.push;
export const INCOMING = hosts.incoming;

/** Sends a message or payload to the incoming host. */
export function hand(
  standIn: StandIn,
  path: string,
  body: unknown,
  options: PushOptions = {},
): Promise<Reply> {
  return standIn.post(path, body, { host: INCOMING, ...options });
}

/** The header that Segment sends. */
export function basic(key: string, password = ''): PushOptions {
  return { key: null, headers: { Authorization: `Basic ${btoa(`${key}:${password}`)}` } };
}
