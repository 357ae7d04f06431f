import type { RequestListener, ServerOptions } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';

export type TlsServerOptions = {
  readonly http: ServerOptions;
  /** In PEM. */
  readonly key: string;
  /** The chain in PEM, the server's own certificate first. */
  readonly cert: string;
  /** For a whole handshake. */
  readonly handshakeMs: number;
  readonly onRequest: RequestListener;
  /** Is told why a handshake came to nothing; its connection is closed without a word. */
  readonly onFailure: (error: Error) => void;
};

/** A server that speaks HTTP over TLS. */
export type TlsServer = {
  readonly server: Server;
  /** Ends all connections, also those whose handshake is not over, of which Node's own closing does not know. */
  cut(): void;
};

export function createTlsServer(options: TlsServerOptions): TlsServer {
  const { http, key, cert, handshakeMs, onRequest, onFailure } = options;
  const sockets = new Set<Socket>();
  const server = createServer({ ...http, key, cert, handshakeTimeout: handshakeMs }, onRequest);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // Node's own listener would tell `clientError` of it, as if there were a request to answer.
  server.removeAllListeners('tlsClientError');
  server.on('tlsClientError', (error, socket) => {
    socket.destroy();
    onFailure(error);
  });
  return {
    server,
    cut() {
      for (const socket of sockets) socket.destroy();
    },
  };
}
