import { type Dialect, toPushRequests } from '@understudy/transformer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock, createUserlistEngine, type UserlistEngine } from '../../src/index.ts';
import { answerNow } from '../answer-now.ts';
import { toCall } from '../doors.ts';
import { START, toBytes, viewAll } from '../stand-in.ts';
import { INCOMING, PUSH } from './hosts.ts';

const SEED = 20_261_125;
const RUNS = 1500;
const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<unknown>('user-1', 'a@b.c', 7, 2 ** 53) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, '', ' ', 0, -0, 1.5, true, [], {}, 'ü') },
);
const moment = fc.constantFrom<unknown>(
  '2026-01-02T03:04:05Z',
  '2026-01-02',
  1_741_944_413,
  1e12,
  1e300,
  '',
  'soon',
  null,
  {},
  true,
);
const value = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    1,
    'x',
    '',
    true,
    1e21,
    '2026-01-02',
    [1, null, { a: null }],
    'ada@example.com',
  ),
  fc.dictionary(fc.constantFrom('planName', 'b', '__proto__', '日本'), fc.constantFrom(1, null, 'x'), {
    maxKeys: 3,
  }),
);
const bag = fc.dictionary(
  fc.constantFrom(
    'planName',
    'Plan Name',
    'plan_name',
    'email',
    'name',
    'id',
    'constructor',
    '__proto__',
    '日本',
  ),
  value,
  { maxKeys: 5 },
);
const between = maybe(bag).map((properties) => ({
  Userlist: { extensions: { relationship: { properties } } },
}));
const options = fc.oneof(
  between,
  fc.constantFrom<unknown>({ All: false }, { All: true }, { Slack: 1 }, [], null, 'x'),
);
const traits = fc
  .record({
    own: bag,
    email: maybe(fc.constantFrom<unknown>('ada@example.com', 'nowhere', null, 3)),
    createdAt: maybe(moment),
    created_at: maybe(moment),
    integrations: maybe(options),
  })
  .map(({ own, ...more }) => ({ ...own, ...more }));
const context = fc.record({ groupId: maybe(id), traits: maybe(traits) });
const message = fc.record(
  {
    type: fc.constantFrom<unknown>('identify', 'group', 'track', 'Track', 'page', 'nonsense', 3),
    userId: id,
    anonymousId: fc.constant('anonymous-1'),
    groupId: id,
    event: fc.constantFrom<unknown>('Project created', 'opened', ' ', '日本', 4, null),
    traits: fc.oneof(
      { weight: 6, arbitrary: traits },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 'x') },
    ),
    properties: fc
      .tuple(bag, maybe(context))
      .map(([own, inner]) => (inner === undefined ? own : { ...own, context: inner })),
    context: fc.oneof(
      { weight: 6, arbitrary: context },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 3) },
    ),
    integrations: options,
    timestamp: moment,
    originalTimestamp: moment,
    messageId: fc.constant('m-1'),
  },
  { requiredKeys: ['type', 'userId', 'groupId', 'event'] },
);

function push(engine: UserlistEngine, host: string, target: string, body: unknown) {
  const headers = [
    ['Authorization', 'Push dev'],
    ['Content-Type', 'application/json'],
  ] as const;
  const { exchange } = answerNow(
    engine,
    toCall(engine, { method: 'POST', target, headers, body: toBytes(body), host }),
  );
  return exchange;
}

/** A user, a company and an event are there before, so that messages meet something. */
function open(): UserlistEngine {
  const engine = createUserlistEngine({ clock: createManualClock(START) });
  push(engine, PUSH, '/companies', {
    identifier: 'user-1',
    name: 'Old',
    user: { identifier: 'user-1', email: 'a@b.c' },
  });
  push(engine, PUSH, '/events', { name: 'before', user: 7, properties: { planName: 1 } });
  return engine;
}

const stateOf = (engine: UserlistEngine): unknown => COLLECTIONS.map((name) => viewAll(engine, name, 'dev'));

describe.each<Dialect>(['rudderstack', 'segment'])(
  `any message of %s (${RUNS} with seed ${SEED})`,
  (dialect) => {
    it('does what the requests would do that it is transformed to, and is answered as they are', () => {
      const seen = new Map<number | null, number>();
      fc.assert(
        fc.property(message, (made) => {
          const sent: unknown = JSON.parse(JSON.stringify(made));
          const [handed, pushed] = [open(), open()];
          const before = stateOf(handed);
          const exchange = push(handed, INCOMING, `/${dialect}/events`, sent);
          seen.set(exchange.status, (seen.get(exchange.status) ?? 0) + 1);
          expect(exchange.crashed, exchange.reason ?? '').toBe(false);

          const outcome = toPushRequests(sent, { dialect });
          if (outcome.kind !== 'requests') {
            expect([202, 400]).toContain(exchange.status);
            expect(stateOf(handed)).toEqual(before);
            return;
          }
          const answers = outcome.requests.map(({ path, body }) => push(pushed, PUSH, path, body));
          expect(answers.map(({ status, texts }) => ({ status, texts }))).toEqual([
            { status: exchange.status, texts: exchange.texts },
          ]);
          expect(stateOf(handed)).toEqual(stateOf(pushed));
          expect(handed.service.explain(exchange).changes).toEqual(
            answers.flatMap((answer) => pushed.service.explain(answer).changes),
          );
        }),
        { seed: SEED, numRuns: RUNS },
      );
      for (const status of [202, 400, 422]) expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(20);
    });
  },
);
