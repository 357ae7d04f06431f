import type { Socket } from 'node:net';

/** Connections whose last answer is out, and which are listened to until their sender has read it. */
export type Lingering = {
  /** Closes our side; the other side may take `lingerMs`. */
  add(socket: Socket): void;
  /** Closes them all at once. */
  cut(): void;
};

/** A socket that is closed over unread bytes is reset, and the answer may be lost with it. */
export function createLingering(lingerMs: number): Lingering {
  const sockets = new Set<Socket>();
  return {
    add(socket) {
      const done = (): void => {
        clearTimeout(timer);
        sockets.delete(socket);
        socket.destroy();
      };
      const timer = setTimeout(done, lingerMs);
      sockets.add(socket);
      socket.once('end', done);
      socket.once('close', done);
      socket.end();
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
