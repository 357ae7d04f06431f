import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Keeps the answers that wait for their turn on one connection from piling up. */
export type Crowd = {
  /** Counts an answer that has to wait for others; when they are too many, no more requests are read before one has its turn. */
  join(socket: Socket, response: ServerResponse): void;
};

/** [assumed] More than clients send ahead, and few enough to be kept. */
const MOST_WAITING = 1000;

export function createCrowd(most = MOST_WAITING): Crowd {
  const waiting = new WeakMap<Socket, number>();
  return {
    join(socket, response) {
      if (response.socket !== null) return;
      const count = (waiting.get(socket) ?? 0) + 1;
      waiting.set(socket, count);
      if (count >= most) socket.pause();
      response.once('socket', () => {
        const left = (waiting.get(socket) ?? 1) - 1;
        waiting.set(socket, left);
        if (left === most - 1 && !isPausedByNode(socket)) socket.resume();
      });
    },
  };
}

/** Node pauses a connection whose answers are not taken, and its parser with it; that is Node's to end. */
function isPausedByNode(socket: Socket): boolean {
  return (socket as Socket & { readonly _paused?: boolean })._paused === true;
}
