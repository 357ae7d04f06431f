import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanes } from './lanes.ts';

const wide = { concurrency: 2, mostTasks: 100, mostBytes: 1000 };

/** A task that runs until it is told to end. */
function createTask(name: string, log: string[]) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const run = async () => {
    log.push(`${name} begins`);
    await promise;
    log.push(`${name} ends`);
  };
  return { run, end: () => resolve() };
}

/** Lets everything happen that needs no more than promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('tasks in lanes', () => {
  it('run one after the other in one lane', async () => {
    const log: string[] = [];
    const lanes = createLanes(wide);
    const [one, two] = [createTask('one', log), createTask('two', log)];
    lanes.add('a', 1, one.run);
    lanes.add('a', 1, two.run);
    two.end();
    await settle();
    expect(log).toEqual(['one begins']);
    one.end();
    await lanes.idle();
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
  });

  it('run side by side in different lanes, as many as are allowed', async () => {
    const log: string[] = [];
    const lanes = createLanes(wide);
    const tasks = ['a', 'b', 'c'].map((name) => createTask(name, log));
    for (const [index, task] of tasks.entries()) lanes.add(String(index), 1, task.run);
    await settle();
    expect(log).toEqual(['a begins', 'b begins']);
    tasks[1]?.end();
    await settle();
    expect(log).toEqual(['a begins', 'b begins', 'b ends', 'c begins']);
    for (const task of tasks) task.end();
    await lanes.idle();
  });

  it('of a lane that always has some do not keep the others waiting', async () => {
    const order: string[] = [];
    const lanes = createLanes({ ...wide, concurrency: 1 });
    for (const lane of ['a', 'a', 'a', 'b', 'c']) {
      lanes.add(lane, 1, async () => {
        order.push(lane);
      });
    }
    await lanes.idle();
    expect(order).toEqual(['a', 'b', 'c', 'a', 'a']);
  });

  it.each([
    ['tasks', { ...wide, mostTasks: 1 }, 1],
    ['bytes', { ...wide, mostBytes: 10 }, 10],
  ])('leave room for no more than so many %s', async (_, options, bytes) => {
    const lanes = createLanes(options);
    const task = createTask('one', []);
    let roomy = false;
    await lanes.room();
    lanes.add('a', bytes, task.run);
    const room = lanes.room().then(() => {
      roomy = true;
    });
    await settle();
    expect(roomy).toBe(false);
    task.end();
    await room;
    expect(roomy).toBe(true);
  });

  it('that fail are not lost', async () => {
    const lanes = createLanes(wide);
    lanes.add('a', 1, () => Promise.reject(new Error('a fault of ours')));
    await expect(lanes.idle()).rejects.toThrow('a fault of ours');
    await expect(lanes.room()).rejects.toThrow('a fault of ours');
  });

  it('all run once, in the order of their lane and never too many, however long each takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 3 })), {
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 5 }),
        async (plan, concurrency) => {
          const lanes = createLanes({ concurrency, mostTasks: 5, mostBytes: 1000 });
          const done = new Map<string, number[]>();
          let running = 0;
          let most = 0;
          for (const [index, [lane, turns]] of plan.entries()) {
            await lanes.room();
            lanes.add(lane, 1, async () => {
              running += 1;
              most = Math.max(most, running);
              for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
              done.set(lane, [...(done.get(lane) ?? []), index]);
              running -= 1;
            });
          }
          await lanes.idle();
          expect(most).toBeLessThanOrEqual(concurrency);
          for (const lane of new Set(plan.map(([name]) => name))) {
            expect(done.get(lane)).toEqual(plan.flatMap(([name], index) => (name === lane ? [index] : [])));
          }
        },
      ),
      { seed: 21, numRuns: 200 },
    );
  });
});
