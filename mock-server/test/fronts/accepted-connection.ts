import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { createRawConnection, type RawConnection } from './raw-connection.ts';

/** A connection seen from both ends; both are in this process. */
export type AcceptedConnection = {
  readonly client: RawConnection;
  /** How many bytes the server has read. */
  readonly bytesRead: number;
  /** Waits until the server has read so many bytes or has closed. What it has not read, a reset takes away. */
  untilRead(bytes: number): Promise<void>;
  /** Waits until the server has closed and has settled all that the connection leaves behind. */
  readonly closed: Promise<void>;
};

/** Connects to a server that nobody else connects to meanwhile. */
export async function createAcceptedConnection(server: Server): Promise<AcceptedConnection> {
  const { port } = server.address() as AddressInfo;
  const accepting = once(server, 'connection');
  const client = await createRawConnection(port);
  const [accepted] = (await accepting) as [Socket];
  // The front listens since before, so it is done when this is told.
  const closed = new Promise<void>((resolve) => accepted.once('close', () => resolve()));

  return {
    client,
    closed,
    get bytesRead() {
      return accepted.bytesRead;
    },
    async untilRead(bytes) {
      // To listen for data would take the socket from the HTTP parser, which in production reads it by itself.
      while (accepted.bytesRead < bytes && !accepted.closed) await turn();
    },
  };
}
