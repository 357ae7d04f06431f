import type { Socket } from 'node:net';
import packageJson from '../../package.json' with { type: 'json' };
import { createDesk } from '../control/desk.ts';
import { UsageError } from '../engine/usage-error.ts';
import type { createFastifyFront, FastifyFront } from '../fronts/fastify.ts';
import { createUserlistEngine, type UserlistEngineOptions } from '../userlist.ts';
import { connectUserlist } from './connect-userlist.ts';
import { expectNoLeftovers } from './expect-no-leftovers.ts';
import { expectOptions } from './expect-options.ts';
import type { Userlist } from './userlist.ts';

/** Those of an engine; the delays of faults always pass in real time here. */
export type UserlistOptions = Omit<UserlistEngineOptions, 'delays'>;

/**
 * Starts a stand-in on a free port of the loopback. It keeps no process alive that waits for nothing. Rejects with a
 * UsageError where Fastify is missing, or on options that cannot be meant.
 */
export async function startUserlist(options: UserlistOptions = {}): Promise<Userlist> {
  expectOptions('startUserlist', options, "{ rateLimit: 'tiny' }");
  const engine = createUserlistEngine(options);
  const { operations } = engine;
  const desk = createDesk({ engine, version: packageJson.version, operations });
  const createFront = await loadFront();
  const front = createFront({ engine, desk });
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  front.app.server.unref();
  front.app.server.on('connection', (socket: Socket) => socket.unref());
  const userlist = connectUserlist({ url });
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= closeAll(userlist, front);
    return closing;
  };
  return { ...userlist, close, [Symbol.asyncDispose]: close };
}

/** Only here, so that who connects to a stand-in elsewhere needs no server. */
async function loadFront(): Promise<typeof createFastifyFront> {
  try {
    return (await import('../fronts/fastify.ts')).createFastifyFront;
  } catch (error) {
    if (isMissing(error))
      throw new UsageError(
        'startUserlist serves with Fastify, which is not there; run "npm install -D fastify".',
      );
    throw error;
  }
}

/** Node says it one way, the module systems of test runners another. */
function isMissing(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return /MODULE_NOT_FOUND$/.test(String(code)) && /'fastify'/.test(String(message));
}

async function closeAll(userlist: Userlist, front: FastifyFront): Promise<void> {
  try {
    await expectNoLeftovers(userlist);
  } finally {
    await front.close(0);
  }
}
