import { afterEach } from 'vitest';
import { createFastifyFront, type FastifyFront, type FastifyFrontOptions } from '../../src/fronts/fastify.ts';
import { createManualClock, createUserlistEngine, type UserlistEngine } from '../../src/index.ts';

/** A front and the engine behind it, whose clock stands still. */
export type OpenFront = { readonly engine: UserlistEngine; readonly front: FastifyFront };

export const GOOD = '{"identifier":"u"}';
/** An accepted request that leaves its connection open. */
export const POST = `POST /users HTTP/1.1\r\nAuthorization: Push k\r\nContent-Length: ${GOOD.length}\r\n\r\n${GOOD}`;
/** Its head, of which the server says when it has read it. */
export const EXPECTANT_HEAD =
  'POST /users HTTP/1.1\r\nAuthorization: Push k\r\nExpect: 100-continue\r\nContent-Length: 18\r\n\r\n';

/** Makes fronts for the tests of a file, and closes them after each. */
export function openFronts(): (options?: Partial<FastifyFrontOptions<never>>) => OpenFront {
  const fronts: FastifyFront[] = [];
  afterEach(async () => {
    for (const front of fronts.splice(0)) await front.close(0);
  });
  return (options = {}) => {
    const engine = createUserlistEngine({ clock: createManualClock(1_700_000_000_000) });
    const front = createFastifyFront({ ...options, engine });
    fronts.push(front);
    return { engine, front };
  };
}
