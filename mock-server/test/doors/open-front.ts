import type { Timer } from '../../src/engine/timer.ts';
import { createFastifyFront, type FastifyFront } from '../../src/fronts/fastify.ts';
import type { UserlistEngine } from '../../src/index.ts';
import type { Delays } from './door.ts';

const atOnce: Timer = (_, callback) => {
  const waiting = setImmediate(callback);
  return () => clearImmediate(waiting);
};

/** The Fastify front with an engine behind it. */
export function openFront(engine: UserlistEngine, delays: Delays, door?: string): FastifyFront {
  return createFastifyFront({
    engine,
    ...(door === undefined ? {} : { door }),
    ...(delays === 'skip' ? { timer: atOnce } : {}),
  });
}
