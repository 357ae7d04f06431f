import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBodies } from './bodies.ts';
import type { Children } from './children.ts';
import { PUSH_HEADERS } from './push-headers.ts';
import type { Subject } from './subjects.ts';

/** A server that has answered 202 once. */
export type RunningSubject = {
  readonly subject: Subject;
  readonly url: string;
  readonly pid: number;
  /** From spawn to that answer. */
  readonly startUpMs: number;
  end(): Promise<void>;
};

export type StartOptions = {
  readonly children: Children;
  /** A folder for what Node compiles; null for none. */
  readonly compileCache: string | null;
};

/** Prism needs ten seconds of a busy machine to read the contract. */
const PATIENCE_MS = 60_000;
const BETWEEN_TRIES_MS = 5;
const KEPT_OUTPUT = 2000;

/** Starts a server and waits for its first 202. */
export async function startSubject(subject: Subject, options: StartOptions): Promise<RunningSubject> {
  const { children, compileCache } = options;
  const body = JSON.stringify(createBodies('small')[0]);
  const port = subject.readUrl === undefined ? await findFreePort() : 0;
  const env = compileCache === null ? {} : { NODE_COMPILE_CACHE: compileCache };
  const startedAt = performance.now();
  const child = children.spawn(subject.toCommand(port), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = readOutput(child, subject, port);
  const deadline = AbortSignal.timeout(PATIENCE_MS);
  try {
    const url = await Promise.race([output.url, whenEnded(child), whenOver(deadline)]);
    await Promise.race([untilAccepted(url, body, deadline), whenEnded(child)]);
    const startUpMs = performance.now() - startedAt;
    if (child.pid === undefined) throw new Error('It has no process id.');
    return { subject, url, pid: child.pid, startUpMs, end: () => children.end(child) };
  } catch (error) {
    await children.end(child);
    throw new Error(`${subject.title} did not get ready. Its last words:\n${output.lastWords()}`, {
      cause: error,
    });
  }
}

/** Reads all it writes, since a full pipe would stop it, and keeps the end for when something goes wrong. */
function readOutput(child: ChildProcess, { readUrl }: Subject, port: number) {
  let kept = '';
  let line = '';
  const { promise, resolve } = Promise.withResolvers<string>();
  let isKnown = readUrl === undefined;
  if (isKnown) resolve(`http://127.0.0.1:${port}`);
  const keep = (text: string): void => {
    kept = `${kept}${text}`.slice(-KEPT_OUTPUT);
  };
  child.stderr?.setEncoding('utf8').on('data', keep);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    keep(text);
    if (isKnown) return;
    const lines = `${line}${text}`.split('\n');
    line = lines.pop() ?? '';
    const url = lines.map((complete) => readUrl?.(complete) ?? null).find((found) => found !== null);
    if (url === undefined) return;
    isKnown = true;
    resolve(url);
  });
  return { url: promise, lastWords: () => kept };
}

async function whenEnded(child: ChildProcess): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`It ended with ${code ?? signal}.`);
}

async function whenOver(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw new Error(`It took longer than ${PATIENCE_MS / 1000} seconds.`);
}

async function untilAccepted(url: string, body: string, deadline: AbortSignal): Promise<void> {
  for (;;) {
    const status = await push(url, body, deadline);
    if (status === 202) return;
    if (status !== null) throw new Error(`It answers ${status} where 202 is expected.`);
    if (deadline.aborted) throw new Error(`It took longer than ${PATIENCE_MS / 1000} seconds.`);
    await sleep(BETWEEN_TRIES_MS);
  }
}

/** The status of one push; null when nobody answers. */
function push(url: string, body: string, signal: AbortSignal): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<number | null>();
  request(`${url}/users`, { method: 'POST', headers: PUSH_HEADERS, agent: false, signal })
    .once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    })
    .once('error', () => resolve(null))
    .end(body);
  return promise;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
