import { createServer, type RequestListener, type Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as endOfTurn } from 'node:timers/promises';
import { type FastifyInstance, fastify } from 'fastify';
import type { Engine } from '../engine/engine.ts';
import { keepingTimer, type Timer } from '../engine/timer.ts';
import { UsageError } from '../engine/usage-error.ts';
import { bind, bindIpv6Loopback, IPV4_LOOPBACK, toUrl } from './bind.ts';
import type { DeskDoor } from './desk-door.ts';
import { createNodeTraffic } from './node-traffic.ts';
import { createTlsServer, type TlsServer } from './tls-server.ts';

export type FastifyFrontOptions<World> = {
  readonly engine: Engine<World>;
  /** Serves its prefix and all below it; without one those paths are the vendor's. */
  readonly desk?: DeskDoor;
  /** Bytes of body after which reading stops and the connection is closed; the service's cap if absent. */
  readonly readCapBytes?: number;
  /** What the journal calls this front; `fastify` if absent. */
  readonly door?: string;
  readonly timeouts?: Partial<FrontTimeouts>;
  /** Passes the delays and slow bodies of faults; real time if absent. */
  readonly timer?: Timer;
  /** Is told why a TLS handshake came to nothing, which is no exchange. */
  readonly onTlsFailure?: (error: Error) => void;
};

/** All in milliseconds of real time. */
export type FrontTimeouts = {
  /** For the whole head of a request. */
  readonly headers: number;
  /** For the whole of a request. */
  readonly request: number;
  /** How often those two are looked at. */
  readonly check: number;
  /** For a connection between two requests. */
  readonly keepAlive: number;
  /** For a sender who was cut short to read its answer. */
  readonly linger: number;
};

export type ListenOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  /** `localhost`, which is both loopback addresses, if absent. */
  readonly host?: string;
  /** Serves the same over TLS, at the same addresses. */
  readonly https?: TlsListenOptions | null;
};

export type TlsListenOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  /** In PEM. */
  readonly key: string;
  /** The chain in PEM, the server's own certificate first. */
  readonly cert: string;
};

export type Listening = {
  /** Where to send requests, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** The address that is bound; of `localhost` the IPv4 one. */
  readonly address: string;
  /** The same over TLS; null where that was not asked for. */
  readonly httpsUrl: string | null;
};

/** The engine behind a Fastify server. */
export type FastifyFront = {
  /** Also good for `inject`; its answers are all ours. */
  readonly app: FastifyInstance;
  /** Rejects with Node's own error when it cannot bind. */
  listen(options: ListenOptions): Promise<Listening>;
  /**
   * Stops accepting, waits so many milliseconds (800 if absent) for what is in flight, cuts the rest: delayed, held and slow
   * answers too, which the journal then has as not delivered.
   */
  close(graceMs?: number): Promise<void>;
};

/** [assumed] Long enough for a slow line, short enough that a stuck client shows. */
const TIMEOUTS: FrontTimeouts = {
  headers: 15_000,
  request: 60_000,
  check: 1000,
  keepAlive: 5000,
  linger: 500,
};
const GRACE_MS = 800;

/** Puts an engine, and the desk if one is given, behind Fastify; no answer is ever Fastify's or Node's own. */
export function createFastifyFront<World>(options: FastifyFrontOptions<World>): FastifyFront {
  const { engine, desk = null, readCapBytes = engine.service.readCapBytes, door = 'fastify' } = options;
  const { timer = keepingTimer, onTlsFailure = () => {} } = options;
  const timeouts: FrontTimeouts = { ...TIMEOUTS, ...options.timeouts };
  if (readCapBytes <= engine.service.requestBytes) {
    throw new UsageError(
      `readCapBytes is ${readCapBytes}; make it more than the ${engine.service.requestBytes} bytes that a body may have.`,
    );
  }
  const traffic = createNodeTraffic({
    engine,
    desk,
    readCapBytes,
    door,
    lingerMs: timeouts.linger,
    timer,
  });
  const http = {
    headersTimeout: timeouts.headers,
    requestTimeout: timeouts.request,
    connectionsCheckingInterval: timeouts.check,
    keepAliveTimeout: timeouts.keepAlive,
    requireHostHeader: false,
    insecureHTTPParser: false,
  };
  const app = fastify({
    http,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    return503OnClosing: false,
    // One route for everything: no path, however malformed, reaches Fastify's own checks.
    rewriteUrl: () => '/',
    clientErrorHandler: (error, socket) => traffic.giveUp(error, socket),
  });
  const servers: (Server | HttpsServer)[] = [app.server];
  const tlsServers: TlsServer[] = [];
  const closing: Promise<void>[] = [];
  let graceMs = GRACE_MS;
  let closed: Promise<void> | null = null;

  const attend = (server: Server | HttpsServer, connected: 'connection' | 'secureConnection'): void => {
    // Beyond a thousand headers Node would drop the rest silently, the key perhaps among them.
    server.maxHeadersCount = 0;
    server.on(connected, (socket: Socket) => socket.once('close', () => traffic.lose(socket)));
    server.on('connect', (request, socket) => traffic.tunnel(request, socket as Socket));
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  };

  const takeErrors = (server: Server | HttpsServer): void => {
    server.on('clientError', (error, socket) => traffic.giveUp(error, socket as Socket));
  };

  const route: RequestListener = (request, response) => app.routing(request, response);

  const listenOnIpv6Too = async (port: number, mayMiss: boolean): Promise<void> => {
    const server = createServer(http, route);
    takeErrors(server);
    attend(server, 'connection');
    if (await bindIpv6Loopback(server, port, mayMiss)) servers.push(server);
  };

  const openTls = ({ key, cert }: TlsListenOptions): HttpsServer => {
    const tls = createTlsServer({
      http,
      key,
      cert,
      handshakeMs: timeouts.headers,
      onRequest: route,
      onFailure: onTlsFailure,
    });
    takeErrors(tls.server);
    attend(tls.server, 'secureConnection');
    tlsServers.push(tls);
    return tls.server;
  };

  const listenOverTls = async (host: string, onLoopback: boolean, tls: TlsListenOptions): Promise<string> => {
    const server = openTls(tls);
    const bound = await bind(server, tls.port, host);
    servers.push(server);
    if (onLoopback) {
      const other = openTls(tls);
      if (await bindIpv6Loopback(other, bound.port, tls.port === 0)) servers.push(other);
    }
    return toUrl('https', bound);
  };

  const windDown = async (): Promise<void> => {
    for (const server of servers) {
      // Fastify closes its own.
      if (server !== app.server) closing.push(new Promise((resolve) => server.close(() => resolve())));
    }
    await traffic.drain(graceMs);
    // The desk's last words leave in this turn.
    await endOfTurn();
    traffic.cut();
    for (const server of servers) server.closeAllConnections();
    for (const tls of tlsServers) tls.cut();
  };

  attend(app.server, 'connection');
  app.addHook('onRequest', (request, reply, _done) => {
    reply.hijack();
    traffic.serve(request.raw, reply.raw, request.originalUrl);
  });
  app.addHook('onClose', async () => {
    await Promise.all(closing);
  });
  app.addHook('preClose', (done) => {
    closing.push(windDown());
    done();
  });

  const close = (ms = GRACE_MS): Promise<void> => {
    graceMs = ms;
    closed ??= app.close();
    return closed;
  };

  return {
    app,
    async listen({ port, host = 'localhost', https = null }) {
      const onLoopback = host === 'localhost';
      const address = onLoopback ? IPV4_LOOPBACK : host;
      await app.listen({ port, host: address });
      const bound = app.server.address() as AddressInfo;
      try {
        if (onLoopback) await listenOnIpv6Too(bound.port, port === 0);
        const httpsUrl = https === null ? null : await listenOverTls(address, onLoopback, https);
        return { url: toUrl('http', bound), port: bound.port, address: bound.address, httpsUrl };
      } catch (error) {
        await close(0);
        throw error;
      }
    },
    close,
  };
}
