import type { Socket } from 'node:net';

/** The part of Node's HTTP parser that says whether an end would come too early. */
type Parser = { finish?(): unknown };

/**
 * True when a connection that has broken broke inside a request. Node keeps the parser on the socket without saying so in
 * its documentation; counting bytes instead would take a stray line end for a request, and would miss one that began in
 * the packet in which the one before it ended.
 */
export function isMidRequest(socket: Socket): boolean {
  const { parser } = socket as Socket & { readonly parser?: Parser | null };
  return parser?.finish?.() !== undefined;
}
