import { randomBytes } from 'node:crypto';
import { createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { createDesk, type Desk } from '@understudy/mock-server/control';
import { createFastifyFront, type FastifyFront } from '@understudy/mock-server/fastify';
import type { OpenStore } from '@understudy/mock-server/store';
import type { Io } from '../io.ts';
import { toPrintable } from '../printable.ts';
import { explainHandshakeFailure } from '../tls/handshake-failure.ts';
import { VERSION } from '../version.ts';
import { toControlToken } from './control-token.ts';
import type { ServedHttps } from './https-text.ts';
import { toListenProblem } from './listen-problem.ts';
import { isLogged, type LogLevel } from './log-level.ts';
import { openData } from './open-data.ts';
import type { Preparation } from './preparation.ts';
import { prepare } from './prepare.ts';
import { readMemory } from './read-memory.ts';
import { createRequestLog } from './request-log.ts';

/** What is to be served, all of it decided: flags, environment and file are read already. */
export type ServeOptions = {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** 0 lets the system choose; null for HTTP only. */
  readonly httpsPort: number | null;
  /** Lets in these and no others; none lets any key in. */
  readonly pushKeys: readonly string[];
  readonly rateLimit: string;
  readonly rateHeaders: boolean;
  readonly strict: boolean;
  /** Host names beside those of the loopback that the desk answers to. */
  readonly allowedHosts: readonly string[];
  /** What the desk wants to be shown; null has one made where other machines can reach it. */
  readonly controlToken: string | null;
  /** The file that keeps what is accepted; null for memory only. */
  readonly data: string | null;
  readonly logLevel: LogLevel;
  /** What it is made to be before it is ready. */
  readonly preparation: Preparation;
};

/** A stand-in that listens. */
export type Served = {
  /** Without a slash at its end. */
  readonly url: string;
  /** The same over TLS; null where that was not asked for. */
  readonly https: ServedHttps | null;
  /** The first configured key, or one that does when any key is let in. */
  readonly pushKey: string;
  /** True when every other key is let in too. */
  readonly isAnyKey: boolean;
  readonly controlUrl: string;
  /** What the desk wants to be shown; null when it wants nothing. */
  readonly controlToken: string | null;
  readonly engine: UserlistEngine;
  readonly desk: Desk;
  readonly front: FastifyFront;
  /** How many connections over TLS have ended before there was a request. */
  tlsFailures(): number;
  /** Stops accepting, gives what is in flight 800 ms, cuts the rest. */
  close(): Promise<void>;
};

/** The key that is shown when none is configured. */
const ANY_KEY = 'dev';

type ServeIo = Pick<Io, 'stderr' | 'env' | 'sleep'>;

/** Refuses what comes before everything is in place. */
const STARTING = { name: 'starting', effect: { status: 503 } };

/**
 * Serves the simulated Push API and its desk. Resolves when it is ready, or when the signal says that nobody waits for
 * that any more; throws a UsageError when it cannot listen or cannot be what it is to be.
 */
export async function serve(options: ServeOptions, io: ServeIo, signal?: AbortSignal): Promise<Served> {
  const kept = options.data === null ? null : await openData(options.data);
  try {
    return await serveKept(options, kept, io, signal);
  } catch (error) {
    kept?.close();
    throw error;
  }
}

async function serveKept(
  options: ServeOptions,
  kept: OpenStore | null,
  io: ServeIo,
  signal: AbortSignal | undefined,
): Promise<Served> {
  const { pushKeys, rateLimit, rateHeaders, strict, allowedHosts, logLevel: level, preparation } = options;
  const { defaults } = preparation;
  const pushKey = pushKeys[0] ?? ANY_KEY;
  const controlToken = toControlToken(options, randomBytes);
  const store = kept === null ? {} : { store: kept.store };
  const engine = createUserlistEngine({ pushKeys, rateLimit, rateHeaders, defaults, strict, ...store });
  let isReady = false;
  let tlsFailures = 0;
  const desk = createDesk({
    engine,
    operations: engine.operations,
    version: VERSION,
    allowedHosts,
    token: controlToken,
    isReady: () => isReady,
    memory: readMemory,
  });
  const front = createFastifyFront({
    engine,
    desk,
    onTlsFailure: (error) => {
      tlsFailures += 1;
      if (isLogged('debug', level)) {
        io.stderr.write(`A TLS handshake failed: ${toPrintable(explainHandshakeFailure(error))}.\n`);
      }
    },
  });
  const close = async (): Promise<void> => {
    await front.close();
    kept?.close();
  };
  const { explain } = engine.service;
  const log = createRequestLog({ output: io.stderr, env: io.env, level, token: controlToken, explain });
  engine.journal.subscribe(log);

  const listen = async (): Promise<Pick<Served, 'url' | 'https'>> => {
    kept?.restore(engine, (done, total) => {
      if (isLogged('info', level)) io.stderr.write(`Reading ${options.data}: ${done} of ${total} done.\n`);
    });
    const starting = engine.faults.arm(STARTING);
    const prepared = prepare(engine, preparation, pushKey);
    const tls = options.httpsPort === null ? null : await readyTls(options.httpsPort, io);
    const { port, host } = options;
    const { url, httpsUrl } = await front.listen({ port, host, https: tls }).catch((error: unknown) => {
      throw toListenProblem(error, options);
    });
    const listening = {
      url,
      https: tls === null || httpsUrl === null ? null : { url: httpsUrl, caFile: tls.caFile },
    };
    if (isLogged('debug', level)) io.stderr.write(`Listening at ${url}, not ready yet.\n`);
    await prepared.plant(() => io.sleep(0), signal);
    if (signal?.aborted === true) return listening;
    prepared.begin();
    engine.faults.discard(starting);
    isReady = true;
    return listening;
  };
  const { url, https } = await listen().catch(async (error: unknown) => {
    await front.close();
    throw error;
  });
  return {
    url,
    https,
    pushKey,
    isAnyKey: pushKeys.length === 0,
    controlUrl: `${url}${desk.prefix}`,
    controlToken,
    engine,
    desk,
    front,
    tlsFailures: () => tlsFailures,
    close,
  };
}

/** What TLS needs takes its time to load, and few ask for it. */
async function readyTls(
  port: number,
  io: ServeIo,
): Promise<{ port: number; key: string; cert: string; caFile: string }> {
  const { prepareTls } = await import('../tls/prepare-tls.ts');
  const { key, certificate, caFile } = await prepareTls(io);
  return { port, key, cert: certificate, caFile };
}
