import { createUserlistEngine } from '@understudy/mock-server';
import { createDesk } from '@understudy/mock-server/control';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { contract } from '@understudy/openapi/contract';
import type { Io } from '../io.ts';
import { VERSION } from '../version.ts';
import { isLoopback } from './is-loopback.ts';
import { toListenProblem } from './listen-problem.ts';
import { isLogged, type LogLevel } from './log-level.ts';
import { createRequestLog } from './request-log.ts';
import type { StartOptions } from './start-command.ts';
import { renderStartLine, renderStartText } from './start-text.ts';
import { untilStopped } from './until-stopped.ts';

/** The key that is shown when none is configured. */
const ANY_KEY = 'dev';
const DESK_IS_LOCAL =
  'From other machines only the Push API answers: the desk wants a Host header that names this one, such as localhost.';

/** Serves the simulated Push API and its desk until it is told to stop; resolves with the exit code. */
export async function start(options: StartOptions, io: Io): Promise<number> {
  const level: LogLevel = options['log-level'] ?? (io.stderr.isTerminal ? 'info' : 'warn');
  const pushKeys = options['push-key'];
  const engine = createUserlistEngine({ pushKeys, rateLimit: options['rate-limit'] });
  let isListening = false;
  const operations = Object.keys(contract.operations);
  const desk = createDesk({ engine, operations, version: VERSION, isReady: () => isListening });
  const front = createFastifyFront({ engine, desk });
  const log = createRequestLog({ output: io.stderr, env: io.env, level, explain: engine.service.explain });
  engine.journal.subscribe(log);

  const listening = front.listen({ port: options.port, host: options.host });
  const stopping = untilStopped(io, async () => {
    // A server that is closed while it begins to listen would neither listen nor close.
    await listening.catch(() => {});
    await front.close();
  });
  const { url } = await listening.catch((error: unknown) => {
    stopping.forget();
    throw toListenProblem(error, options);
  });
  isListening = true;
  const running = { url, pushKey: pushKeys[0] ?? ANY_KEY, isAnyKey: pushKeys.length === 0, pid: io.pid };
  io.stdout.write(options.json ? renderStartLine(running) : renderStartText(running, VERSION));
  if (!isLoopback(options.host) && isLogged('warn', level)) io.stderr.write(`${DESK_IS_LOCAL}\n`);
  return stopping.exitCode;
}
