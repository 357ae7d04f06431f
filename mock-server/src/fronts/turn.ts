import type { ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Calls back when a response may write to its connection: a pipelined one has none before the others have left. */
export function whenItsTurn(response: ServerResponse, callback: () => void): void {
  if (response.socket === null) response.once('socket', callback);
  else callback();
}

/** Whether what is written to a response still leaves; behind an answer that closed the connection nothing does. */
export function mayLeave({ socket }: ServerResponse): boolean {
  return socket === null || socket.writable;
}

/** Whether anything of an answer was handed to its connection; Node itself keeps what has no turn, and what gets one too late. */
export function hasBegun(response: ServerResponse): boolean {
  const { socket } = response;
  return socket !== null && response.headersSent && response.writableLength === socket.writableLength;
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
