import type { ConductKind } from '../../src/conduct/rules.ts';
import { randomAt } from '../../src/engine/faults/random.ts';
import type { Scene, Seen } from './scene.ts';

/** A client as a script; everything it meets is armed by itself, so that it meets it every time. */
export type ScriptedClient = {
  readonly habit: string;
  /** The one kind of finding that it has to have; null for the good one. */
  readonly finding: ConductKind | null;
  readonly message?: string;
  run(scene: Scene): Promise<void>;
};

const toUser = (number: number): object => ({ identifier: `user-${number}`, properties: { plan: 'pro' } });
const busy = { name: 'busy', effect: { status: 503 } };
const full = { name: 'full', effect: { status: 429, retry_after: 60 } };

/** Sends in order, one at a time, until each is accepted or refused for good; waits longer each time, and by chance. */
async function deliver(
  scene: Scene,
  requests: readonly (readonly [path: string, body: object])[],
): Promise<void> {
  let drawn = 0;
  for (const [path, body] of requests) {
    for (let attempt = 0; ; attempt += 1) {
      const seen: Seen | null = await scene.push(path, body).catch(() => null);
      if (seen !== null && seen.status < 429) break;
      drawn += 1;
      scene.wait((seen?.retryAfter ?? 0) * 1000 + randomAt(7, drawn) * 500 * 2 ** attempt);
    }
  }
}

export const goodClient: ScriptedClient = {
  habit: 'keeps to all rules through 429, 503 and 422',
  finding: null,
  async run(scene) {
    scene.arm({ ...full, from: 2, times: 1 });
    scene.arm({ ...busy, from: 4, every: 2, times: 4 });
    const users = Array.from({ length: 8 }, (_, number) => ['/users', toUser(number)] as const);
    const event = { user: 'user-1', name: 'project_created', properties: { number: 1 } };
    await deliver(scene, [...users, ['/users', {}], ['/events', event]]);
    // Somebody opens a page that says who they are, again.
    scene.wait(30_000);
    await deliver(scene, users.slice(0, 2));
  },
};

export const badClients: readonly ScriptedClient[] = [
  {
    habit: 'ignores Retry-After',
    finding: 'retry-after',
    message: 'Sent again after 1 s where Retry-After asked for 60 s: 59 s too early.',
    async run(scene) {
      scene.arm({ ...full, times: 1 });
      await scene.push('/users', toUser(1));
      scene.wait(1000);
      await scene.push('/users', toUser(1));
    },
  },
  {
    habit: 'sends other things while Retry-After has not passed',
    finding: 'retry-after',
    message: 'Sent 2 s after a 429 whose Retry-After asked the whole account for 60 s: 58 s too early.',
    async run(scene) {
      scene.arm({ ...full, times: 1 });
      await scene.push('/users', toUser(1));
      scene.wait(2000);
      await scene.push('/users', toUser(2));
      scene.wait(60_000);
      await scene.push('/users', toUser(1));
    },
  },
  {
    habit: 'hammers without waiting longer',
    finding: 'no-growth',
    message: 'Sent 7 times with waits of 10 ms that do not grow.',
    async run(scene) {
      scene.arm({ ...busy, times: 6 });
      while ((await scene.push('/users', toUser(1))).status === 503) scene.wait(10);
    },
  },
  {
    habit: 'waits by a fixed plan without chance',
    finding: 'no-jitter',
    message:
      'The waits between attempts follow a pattern without chance (1 s, 2 s, 4 s, 8 s, 16 s); clients that fail together would all come back together.',
    async run(scene) {
      scene.arm({ ...busy, times: 5 });
      for (let ms = 1000; (await scene.push('/users', toUser(1))).status === 503; ms *= 2) scene.wait(ms);
    },
  },
  {
    habit: 'tries again after a 422',
    finding: 'retried-4xx',
    message: 'Sent again unchanged 1 s after it was refused with 422.',
    async run(scene) {
      await scene.push('/users', { name: 'Ada' });
      scene.wait(1000);
      await scene.push('/users', { name: 'Ada' });
    },
  },
  {
    habit: 'sends again after a 202',
    finding: 'duplicate-after-success',
    message: 'Sent again 500 ms after it was answered 202.',
    async run(scene) {
      await scene.push('/events', { user: 'user-1', name: 'project_created' });
      scene.wait(500);
      await scene.push('/events', { name: 'project_created', user: 'user-1' });
    },
  },
  {
    habit: 'gives up after one 503',
    finding: 'gave-up',
    message: 'It was answered 503 and was never sent again; nothing was accepted after it.',
    async run(scene) {
      await scene.push('/users', toUser(1));
      scene.arm({ ...busy, times: 1 });
      await scene.push('/users', toUser(2));
    },
  },
  {
    habit: 'goes on without what got a 503',
    finding: 'lost',
    message: 'It was answered 503 and was never sent again, though later requests were accepted.',
    async run(scene) {
      scene.arm({ ...busy, times: 1 });
      for (let number = 1; number <= 3; number += 1) await scene.push('/users', toUser(number));
    },
  },
  {
    habit: 'sends out of order',
    finding: 'out-of-order',
    message:
      'Accepted 1 s after it was first sent; by then a later pushUser (user "user-1") had been accepted.',
    async run(scene) {
      scene.arm({ ...busy, times: 1 });
      await scene.push('/users', { identifier: 'user-1', properties: { plan: 'trial' } });
      await scene.push('/users', { identifier: 'user-1', properties: { plan: 'pro' } });
      scene.wait(1000);
      await scene.push('/users', { identifier: 'user-1', properties: { plan: 'trial' } });
    },
  },
  {
    habit: 'sends very much at once',
    finding: 'too-many-at-once',
    message: '60 requests were under way at once; more than 50 invite refusals and time-outs.',
    async run(scene) {
      await Promise.all(Array.from({ length: 60 }, (_, number) => scene.push('/users', toUser(number))));
    },
  },
  {
    habit: 'leaves out Content-Type',
    finding: 'headers',
    message:
      '1 of 1 requests with a body had no Content-Type; the reference recommends application/json; charset=utf-8.',
    async run(scene) {
      await scene.send('POST', '/users', toUser(1), {});
    },
  },
  {
    habit: 'sends again after a cut connection, which it may',
    finding: 'duplicate-after-unknown',
    message:
      'Sent again 700 ms after an attempt that got no whole answer. It had been applied, so it arrived twice.',
    async run(scene) {
      scene.arm({ name: 'cut', effect: { hang_up: 'after' }, times: 1 });
      await scene.push('/users', toUser(1)).catch(() => null);
      scene.wait(700);
      await scene.push('/users', toUser(1));
    },
  },
];
