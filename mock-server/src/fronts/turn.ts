import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Calls back when a response may write to its connection: a pipelined one has none before the others have left. */
export function whenItsTurn(response: ServerResponse, callback: () => void): void {
  if (response.socket === null) response.once('socket', callback);
  else callback();
}

/** Cuts the connection of a response whose turn it is. */
export function cut(response: ServerResponse): void {
  const { socket } = response;
  // What is injected has no connection.
  if (socket instanceof Socket) socket.destroy();
  else response.destroy();
}

/** The same, as soon as what was written is out. */
export function cutBehind(response: ServerResponse): void {
  const { socket } = response;
  if (socket instanceof Socket) socket.destroySoon();
  else response.destroy();
}
