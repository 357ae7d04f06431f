import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createManualClock, createUserlistEngine } from '../../src/index.ts';
import { POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';

const WAIT = 'GET /_control/exchanges/wait?timeout_ms=600000 HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('the waits of clients that went away', () => {
  it('block no later one, though they were a thousand', async () => {
    const engine = createUserlistEngine({ clock: createManualClock(0) });
    let begun = 0;
    const real = createDesk({ engine, version: '1' });
    const waits: unknown[] = [];
    const desk = {
      ...real,
      answer(...asked: Parameters<typeof real.answer>) {
        const answer = real.answer(...asked);
        begun += 1;
        waits.push(answer);
        return answer;
      },
    };
    const front = createFastifyFront({ engine, desk });
    try {
      const { port } = await front.listen({ port: 0 });
      const leaving = await Promise.all(Array.from({ length: 10 }, () => createRawConnection(port)));
      for (const each of leaving) each.say(WAIT.repeat(100));
      const crowded = await createRawConnection(port);
      while (begun < 1000) await new Promise((resolve) => setImmediate(resolve));
      crowded.say(WAIT);
      expect((await crowded.answers(1))[0]?.status).toBe(503);

      for (const each of leaving) each.socket.destroy();
      await Promise.all(waits);

      const waiting = await createRawConnection(port);
      waiting.say(WAIT);
      while (begun < 1002) await new Promise((resolve) => setImmediate(resolve));
      const pushing = await createRawConnection(port);
      pushing.say(POST);
      expect((await waiting.answers(1))[0]?.status).toBe(200);
    } finally {
      await front.close(0);
    }
  });
});
