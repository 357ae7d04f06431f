import { type Call, headerOf } from '../engine/call.ts';
import { type Problem, toProblem } from './problem.ts';

const PORT = /:[0-9]{1,5}$/;
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';
const LOOPBACK = new RegExp(
  `^(?:localhost|(?:[a-z0-9_-]+\\.)+localhost|127(?:\\.${OCTET}){3}|\\[::1\\])$`,
  'i',
);

/** Whether a host, with or without a port, can only be this machine. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host.replace(PORT, ''));
}

/**
 * A page from elsewhere may have its own name resolve to 127.0.0.1 and then read what the desk shows; its requests
 * carry that name as Host.
 */
export function createHostGuard(allowedHosts: readonly string[]): (call: Call) => Problem | null {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  const isAllowed = (host: string): boolean =>
    isLoopbackHost(host) ||
    allowed.has(host.toLowerCase()) ||
    allowed.has(host.replace(PORT, '').toLowerCase());
  return ({ host }) =>
    isAllowed(host)
      ? null
      : toProblem(
          'foreign_host',
          `The desk does not answer to the host ${JSON.stringify(host)}; use localhost or 127.0.0.1, or allow it with --allowed-host (in code: allowedHosts).`,
        );
}

/** A page from elsewhere can send requests here even though it cannot read the answers; a reset needs no answer. */
export function guardOrigin(call: Call): Problem | null {
  // What a page only loads or sends without reading, a browser sends without an Origin.
  if (headerOf(call, 'sec-fetch-site').toLowerCase() === 'cross-site') {
    return toProblem(
      'foreign_origin',
      'The desk answers pages of its own origin only, not those of another site.',
    );
  }
  const origin = headerOf(call, 'origin');
  if (origin === '' || isOwnOrigin(origin.toLowerCase(), call.host.toLowerCase())) return null;
  const message = `The desk answers pages of its own origin only, not ${JSON.stringify(origin)}.`;
  return toProblem('foreign_origin', message);
}

/** A port speaks either HTTP or TLS, so there is no page of the other scheme on it. */
function isOwnOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
