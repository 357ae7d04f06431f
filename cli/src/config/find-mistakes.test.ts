import document from '@understudy/openapi/config/schema' with { type: 'json' };
import { STARTER } from '@understudy/openapi/config/starter';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findMistakes } from './find-mistakes.ts';
import { CONFIGURATION, TIMELINE_FILE } from './schema.ts';

const SEED = 20_251_123;

/** Path and message of each mistake. */
const told = (value: unknown, schema = CONFIGURATION): string[] =>
  findMistakes(value, schema).map(({ path, message }) => `${path.join('/')}: ${message}`);

describe('A configuration', () => {
  it.each([
    [null],
    [{}],
    [{ port: 0, push_keys: [], accounts: { dev: null }, faults: null, seeds: { users: null } }],
    [{ timeline: 'outage.yaml' }],
    [{ timeline: [{ at_ms: 0, clear: '*' }] }],
    [{ seeds: { users: [{ whatever: { it: ['holds'] } }] } }],
    [{ faults: [{ match: { body: { any: 1 } }, effect: { headers: { 'X-Any': null } } }] }],
  ])('may be %j', (value) => {
    expect(told(value)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [5, ': This is a number; it has to be an object.'],
    [['port'], ': This is a list; it has to be an object.'],
    [{ prot: 1 }, 'prot: There is no "prot" here; did you mean "port"?'],
    [{ PORT: 1 }, 'PORT: There is no "PORT" here; did you mean "port"?'],
    [{ push_key: 'dev' }, 'push_key: There is no "push_key" here; did you mean "push_keys"?'],
    [{ features: {} }, 'features: There is no "features" here; it belongs below "settings".'],
    [{ users: [] }, 'users: There is no "users" here; it belongs below "seeds".'],
    [{ port: '4010' }, 'port: This is a text; it has to be a whole number from 0 to 65535.'],
    [{ port: 1.5 }, 'port: This is a number; it has to be a whole number from 0 to 65535.'],
    [{ port: 65_536 }, 'port: This is 65536; it has to be a whole number from 0 to 65535.'],
    [{ host: '' }, 'host: This is empty; it has to be a text that is not empty.'],
    [
      { rate_limit: 5 },
      'rate_limit: This is a number; it has to be a text that is not empty. Put it in quotes.',
    ],
    [{ strict: 'yes' }, 'strict: This is a text; it has to be true or false.'],
    [{ push_keys: 'dev' }, 'push_keys: This is a text; it has to be a list.'],
    [
      { push_keys: ['a', 12_345] },
      'push_keys/1: This is a number; it has to be a text that is not empty. Put it in quotes.',
    ],
    [{ log_level: 'inof' }, 'log_level: This is "inof"; did you mean "info"?'],
    [{ log_level: 'loud' }, 'log_level: This is "loud"; there are silent, error, warn, info, debug.'],
    [
      { accounts: { dev: { settings: { features: { mesages: true } } } } },
      'accounts/dev/settings/features/mesages: There is no "mesages" here; did you mean "messages"?',
    ],
    [
      { accounts: { dev: { faults: [{ account: 'other', preset: 'slow' }] } } },
      'accounts/dev/faults/0/account: There is no "account" here; there are name, operation, match, from, every, times, effect, mark, preset.',
    ],
    [
      { faults: [{ effect: { statsu: 503 } }] },
      'faults/0/effect/statsu: There is no "statsu" here; did you mean "status"?',
    ],
    [
      { faults: [{ effect: { status: 99 } }] },
      'faults/0/effect/status: This is 99; it has to be a whole number from 200 to 599.',
    ],
    [
      { faults: [{ preset: 'outage', name: 'x'.repeat(101) }] },
      'faults/0/name: This has 101 characters; it has to be a text of 1 to 100 characters.',
    ],
    [
      { faults: [{ effect: { delay_ms: { min: 1, seed: 1 } } }] },
      'faults/0/effect/delay_ms: "max" is missing here.',
    ],
    [
      { faults: [{ effect: { delay_ms: true } }] },
      'faults/0/effect/delay_ms: This is true; it has to be a whole number from 0 to 600000 or an object.',
    ],
    [{ timeline: [] }, 'timeline: This list has 0 entries; it has to be a list of 1 to 1000 entries.'],
    [{ timeline: [{ clear: '*' }] }, 'timeline/0: "at_ms" is missing here.'],
    [{ seeds: { users: ['user-1'] } }, 'seeds/users/0: This is a text; it has to be an object.'],
  ])('may not be %j', (value, mistake) => {
    expect(told(value)).toEqual([mistake]);
  });

  it('has all of its mistakes told', () => {
    expect(told({ prot: 1, strict: 1, faults: [{ prest: 'slow' }] })).toHaveLength(3);
  });

  it('is not searched on the prototype', () => {
    const value: unknown = JSON.parse(
      '{"__proto__":1,"constructor":{},"accounts":{"__proto__":{"seeds":5}}}',
    );
    expect(findMistakes(value, CONFIGURATION).map(({ path }) => path)).toEqual([
      ['__proto__'],
      ['constructor'],
      ['accounts', '__proto__', 'seeds'],
    ]);
  });

  it('is never quoted where a push key may stand', () => {
    const secret = 'live_0123456789';
    const values = [
      { push_keys: secret },
      { push_keys: [[secret]] },
      { control_token: [secret] },
      { accounts: secret },
    ];
    for (const value of values) {
      expect(told(value)).toHaveLength(1);
      expect(told(value).join()).not.toContain(secret);
    }
  });
});

describe('A file with a timeline', () => {
  const step = { at_ms: 0, arm: { preset: 'outage' }, for_ms: 5 };
  it.each([[[step]], [{ timeline: [step] }], [{ account: 'dev', timeline: [step] }]])(
    'may be %j',
    (value) => {
      expect(told(value, TIMELINE_FILE)).toEqual([]);
    },
  );

  it.each<[unknown, string]>([
    [{ steps: [] }, 'steps: There is no "steps" here; there are account, timeline.'],
    [null, ': This is nothing; it has to be a list of 1 to 1000 entries or an object.'],
    [[{ ...step, atMs: 5 }], '0/atMs: There is no "atMs" here; did you mean "at_ms"?'],
  ])('may not be %j', (value, mistake) => {
    expect(told(value, TIMELINE_FILE)[0]).toBe(mistake);
  });
});

describe(`What the command finds and what editors find (seed ${SEED})`, () => {
  const validate = new Ajv({ strict: false }).compile(document);
  const samples: unknown = parse(STARTER.replaceAll(/^# (?!yaml-)/gm, ''));
  const odd = fc.oneof(
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      1e9,
      '',
      'x',
      'slow',
      '5/2s',
      [],
      {},
      [{}],
      { status: 503 },
      { at_ms: 1 },
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const names = fc.constantFrom(
    'port',
    'settings',
    'users',
    'effect',
    'at_ms',
    'arm',
    'name',
    'dev',
    '__proto__x',
    'max',
  );

  /** A copy of a value with one place in it changed: another value, one more name, or a name gone. */
  const spoil = (value: unknown, place: number, how: number, by: unknown, name: string): unknown => {
    const copy: unknown = structuredClone(value);
    const holders: (Record<string, unknown> | unknown[])[] = [];
    const collect = (each: unknown): void => {
      if (typeof each !== 'object' || each === null) return;
      holders.push(each as Record<string, unknown>);
      Object.values(each).forEach(collect);
    };
    collect(copy);
    const holder = holders[place % holders.length] ?? {};
    const keys = Object.keys(holder);
    const key = keys[place % Math.max(1, keys.length)] ?? name;
    if (how === 0) Reflect.set(holder, key, by);
    else if (how === 1 && !Array.isArray(holder)) holder[name] = by;
    else if (!Array.isArray(holder)) delete holder[key];
    return copy;
  };

  it('is the same on samples with one thing spoilt', () => {
    const seen = { fit: 0, unfit: 0 };
    const property = fc.property(fc.nat(10_000), fc.nat(2), odd, names, (place, how, by, name) => {
      const value = spoil(samples, place, how, by, name);
      const isFit = validate(value);
      if (isFit) seen.fit += 1;
      else seen.unfit += 1;
      expect(findMistakes(value, CONFIGURATION).length === 0).toBe(isFit);
    });
    fc.assert(property, { seed: SEED, numRuns: 3000 });
    expect(Math.min(seen.fit, seen.unfit)).toBeGreaterThan(300);
  });
});
