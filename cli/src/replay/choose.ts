import { contract } from '@understudy/openapi/contract';
import { hosts } from '@understudy/openapi/hosts';
import { isDeskPath } from './desk-path.ts';
import type { Choice, Recorded } from './recorded.ts';
import { toRequest } from './to-request.ts';

export type ChoiceOptions = {
  /** Where they would be sent, without a slash at the end. */
  readonly url: string;
  /** Whether a request counts by its path alone. */
  readonly allHosts: boolean;
  /** The handle of the only account that counts; null for any. */
  readonly account: string | null;
  /** Whether only what was accepted counts. */
  readonly acceptedOnly: boolean;
};

const { push: PUSH_HOST, incoming: INCOMING_HOST } = hosts;

/** Picks the requests to the Push API that can be sent again. What a stand-in recorded was all meant for it, but for what would be the desk's. */
export function choose(recorded: readonly Recorded[], options: ChoiceOptions): Choice {
  const counts = new Map<string, number>();
  const taken = recorded.filter((each) => {
    const reason = toReason(each, options);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return reason === null;
  });
  const ignored = [...counts].map(([reason, count]) => ({ reason, count }));
  return { taken, ignored: ignored.sort((one, other) => other.count - one.count) };
}

/** Why a request is not sent again; null when it is. */
function toReason(
  recorded: Recorded,
  { url: to, allHosts, account, acceptedOnly }: ChoiceOptions,
): string | null {
  const { method, url, isOurs, whole, status } = recorded;
  if (!isOurs && url.host !== PUSH_HOST) {
    if (url.host === INCOMING_HOST) return `to ${INCOMING_HOST}, which is not the Push API`;
    if (!allHosts) {
      return `to another host than ${PUSH_HOST}; --all-hosts takes those to paths of the Push API`;
    }
  }
  const request = toRequest(recorded, { url: to, pushKey: 'any' });
  // An archive may come from anybody, and the desk forgets everything when it is told to.
  if ([url, request && new URL(request.url)].some((each) => each && isDeskPath(each.pathname))) {
    return 'to the desk of a stand-in, which is never sent an order';
  }
  if (!isOurs && !isPushPath(url.pathname)) return 'to a path that the Push API does not have';
  if (!isOurs && method === 'OPTIONS') return 'asked by a browser before its request';
  if (account !== null && recorded.account !== account) return `of another account than ${account}`;
  if (acceptedOnly && (status === null || status < 200 || status > 299)) return 'not accepted when recorded';
  if (!whole) return 'without the whole body in the archive';
  return request === null ? 'of a form that cannot be sent again' : null;
}

const PATHS = Object.values(contract.operations).flatMap(({ host, path, legacyPaths }) =>
  host === 'push' ? [path, ...legacyPaths] : [],
);

function isPushPath(path: string): boolean {
  const suffix = contract.toleratedPathSuffixes.find((each) => path.endsWith(each) && path !== each) ?? '';
  const segments = path.slice(0, path.length - suffix.length).split('/');
  return PATHS.some((known) => {
    const parts = known.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, at) => (part.startsWith('{') ? segments[at] !== '' : part === segments[at]))
    );
  });
}
