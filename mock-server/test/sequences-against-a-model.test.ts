import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createManualClock, createUserlistEngine, type UserlistEngine } from '../src/index.ts';
import { answerNow } from './answer-now.ts';
import { toCall } from './doors.ts';
import { createModel, expected, type Naming, perform, type Step, type UserPush } from './model.ts';
import { START, toBytes, viewAll } from './stand-in.ts';

const SEED = 20_261_123;
const RUNS = 300;
const KEYS = ['account-one', 'account-two'];

const identifier = fc.constantFrom('u1', 'u2', 'u3', 'u4');
const email = fc.constantFrom('a@x', 'b@x', 'A@x', 'c@x');
const company = fc.constantFrom('c1', 'c2', 'c3');
const properties = fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.option(fc.nat(5)), { maxKeys: 3 });
const naming: fc.Arbitrary<Naming> = fc.oneof(
  fc.record({ identifier }),
  fc.record({ email }),
  fc.record({ identifier, email: fc.oneof(email, fc.constant(null)) }),
);
const user: fc.Arbitrary<UserPush> = fc
  .tuple(naming, fc.option(properties, { nil: undefined }))
  .map(([who, more]) => (more === undefined ? who : { ...who, properties: more }));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('push-user' as const),
      user,
      companies: fc.array(company, { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete-user' as const), user: naming }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('push-company' as const),
      company,
      properties,
      users: fc.array(user, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-company' as const), company }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('relate' as const), user, company, properties }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('part' as const), user: naming, company }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      name: fc.constantFrom('x', 'y'),
      user: fc.option(user),
      company,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      name: fc.constant('z'),
      user,
      company: fc.constant(null),
    }),
  },
);

function toRequest(made: Step): readonly [method: string, path: string, body: Record<string, unknown>] {
  switch (made.kind) {
    case 'push-user':
      return ['POST', '/users', { ...made.user, companies: made.companies }];
    case 'delete-user':
      return ['DELETE', '/users', made.user];
    case 'push-company':
      return [
        'POST',
        '/companies',
        { identifier: made.company, properties: made.properties, users: made.users },
      ];
    case 'delete-company':
      return ['DELETE', '/companies', { identifier: made.company }];
    case 'relate':
      return [
        'POST',
        '/relationships',
        { user: made.user, company: made.company, properties: made.properties },
      ];
    case 'part':
      return ['DELETE', '/relationships', { user: made.user, company: made.company }];
    case 'event':
      return ['POST', '/events', { name: made.name, user: made.user, company: made.company }];
  }
}

function actual(engine: UserlistEngine, key: string): unknown {
  return {
    users: viewAll(engine, 'users', key).map(({ identifier: own, email: address, properties: values }) => ({
      identifier: own,
      email: address,
      properties: values,
    })),
    companies: viewAll(engine, 'companies', key).map(({ identifier: own, properties: values }) => ({
      identifier: own,
      properties: values,
    })),
    relationships: viewAll(engine, 'relationships', key),
    events: viewAll(engine, 'events', key).map(({ name, company: of, user: by }) => ({
      name,
      company: of,
      user: by,
    })),
  };
}

function send(
  engine: UserlistEngine,
  key: string,
  made: Step,
  more: Record<string, unknown> = {},
): number | null {
  const [method, target, body] = toRequest(made);
  const headers = [['Authorization', `Push ${key}`] as const, ['Content-Type', 'application/json'] as const];
  return answerNow(engine, toCall(engine, { method, target, headers, body: toBytes({ ...body, ...more }) }))
    .exchange.status;
}

/** An account as a whole, as far as anybody can see it. */
const shown = (engine: UserlistEngine, key: string): string =>
  JSON.stringify(
    ['users', 'companies', 'relationships', 'events', 'messages'].map((collection) =>
      viewAll(engine, collection, key),
    ),
  );

const sequence = fc.array(fc.tuple(fc.constantFrom(...KEYS), step), { minLength: 5, maxLength: 40 });
const open = (): UserlistEngine =>
  createUserlistEngine({ clock: createManualClock(START), rateLimit: 'off' });

describe(`any sequence of valid requests (seed ${SEED})`, () => {
  it('leaves each account as a plain model of the rules would be left', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const engine = open();
        const models = new Map(KEYS.map((key) => [key, createModel()]));
        for (const [key, made] of steps) {
          expect(send(engine, key, made)).toBe(202);
          const model = models.get(key);
          if (model !== undefined) perform(model, made);
        }
        for (const [key, model] of models) {
          expect(actual(engine, key)).toEqual(expected(model));
          const world = engine.accounts.named(key)?.world;
          if (world === undefined) throw new Error('The account is not there.');
          expect(engine.service.counts(world)).toMatchObject({
            users: model.users.length,
            companies: model.companies.size,
            relationships: model.relationships.length,
            events: model.events.length,
          });
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it('changes nothing in the other account, ever', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const engine = open();
        for (const [key, made] of steps) {
          const other = KEYS.find((each) => each !== key) ?? '';
          const before = shown(engine, other);
          send(engine, key, made);
          expect(shown(engine, other)).toBe(before);
        }
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    );
  });

  it('changes nothing at all where one part is invalid', () => {
    fc.assert(
      fc.property(sequence, step, (steps, last) => {
        fc.pre(last.kind !== 'delete-user' && last.kind !== 'delete-company' && last.kind !== 'part');
        const engine = open();
        const [key = ''] = KEYS;
        for (const [, made] of steps) send(engine, key, made);
        const before = shown(engine, key);
        expect(send(engine, key, last, { properties: ['not an object'] })).toBe(422);
        expect(shown(engine, key)).toBe(before);
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    );
  });

  it('may be sent twice: the second time the same push leaves everything as it is', () => {
    fc.assert(
      fc.property(sequence, user, fc.array(company, { maxLength: 3 }), (steps, who, companies) => {
        const engine = open();
        const [key = ''] = KEYS;
        for (const [, made] of steps) send(engine, key, made);
        send(engine, key, { kind: 'push-user', user: who, companies });
        const once = shown(engine, key);
        send(engine, key, { kind: 'push-user', user: who, companies });
        expect(shown(engine, key)).toBe(once);
        const last = [...engine.journal.entries()].at(-1);
        const kinds = last === undefined ? [] : engine.service.explain(last).changes.map(({ kind }) => kind);
        expect(new Set(kinds)).toEqual(new Set(['unchanged']));
      }),
      { seed: SEED, numRuns: RUNS / 3 },
    );
  });
});
