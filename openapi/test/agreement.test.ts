import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks, ROOT, type Violation } from '../generated/push/checks.ts';
import { contract, type PushOperationId } from '../generated/push/contract.ts';
import * as schemas from '../generated/push/zod.ts';
import { requestSchemaNames } from '../generator/reach.ts';
import { operationsOf, parseSpec } from '../generator/spec.ts';
import { anyJson } from './any-json.ts';
import { breakages, breakOne } from './break-one.ts';
import { isObject, nested, setOwn } from './json.ts';
import { createPayloads } from './payloads.ts';
import { createJudge, isUnanimous, type Verdicts } from './verdicts.ts';

const SEED = 20_251_123;

const spec = parseSpec(await readFile(join(import.meta.dirname, '../push-api.yaml'), 'utf8'));
const payloads = createPayloads(spec);
const judge = createJudge(spec, checks, schemas);

const ids = operationsOf(spec).map(({ operationId }) => operationId as PushOperationId);
const bodies = [...new Set(ids.map((id) => contract.operations[id].schema))];
const parts = requestSchemaNames(spec).filter((name) => !bodies.includes(name));
const attributesOf = (name: string): readonly string[] =>
  Object.entries(contract.attributes).find(([schema]) => schema === name)?.[1] ?? [];

type Tally = { readonly name: string; accepted: number; refused: number };

function count(tally: Tally, verdicts: Verdicts): void {
  if (verdicts.ajv) tally.accepted += 1;
  else tally.refused += 1;
}

/** Has every payload judged, and fails with the seed and the smallest payload on which they differ. */
function expectAgreement(name: string, made: fc.Arbitrary<unknown>, numRuns: number): Tally {
  const tally = { name, accepted: 0, refused: 0 };
  const property = fc.property(made, (payload) => {
    const verdicts = judge(name, payload);
    count(tally, verdicts);
    if (!isUnanimous(verdicts)) throw new Error(`On ${name} they differ: ${JSON.stringify(verdicts)}`);
  });
  fc.assert(property, { seed: SEED, numRuns });
  return tally;
}

const valid = (name: string) => payloads({ $ref: `#/components/schemas/${name}` });

const broken = (name: string) =>
  fc
    .tuple(valid(name), breakages)
    .map(([payload, breakage]) => breakOne(payload, breakage, [...attributesOf(name), 'user', 'company']));

const sum = (tallies: readonly Tally[]) => ({
  accepted: tallies.reduce((total, { accepted }) => total + accepted, 0),
  refused: tallies.reduce((total, { refused }) => total + refused, 0),
});

describe(`The plain checks, the zod schemas and ajv agree (seed ${SEED})`, () => {
  it('on bodies as the contract wants them', () => {
    const tallies = bodies.map((name) => expectAgreement(name, valid(name), 500));
    const { accepted, refused } = sum(tallies);
    expect(accepted + refused).toBeGreaterThanOrEqual(3000);
    expect(accepted).toBeGreaterThan(refused * 3);
  });

  it('on bodies with one property broken', () => {
    const tallies = bodies.map((name) => expectAgreement(name, broken(name), 500));
    const { accepted, refused } = sum(tallies);
    expect(accepted + refused).toBeGreaterThanOrEqual(3000);
    expect(accepted).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(1000);
    for (const tally of tallies)
      expect(Math.min(tally.accepted, tally.refused), tally.name).toBeGreaterThan(50);
  });

  it('on every part of a body, by itself', () => {
    for (const name of parts) {
      expectAgreement(name, valid(name), 60);
      expectAgreement(name, broken(name), 100);
    }
  });

  it('on values that have nothing to do with the contract', () => {
    for (const name of [...bodies, ...parts]) expectAgreement(name, anyJson, 60);
  });

  it('on records in records, almost as deep as a body may be nested', () => {
    const levels = contract.limits.nestingDepth / 2;
    const chain = nested(levels, (inner) => ({
      identifier: 'one',
      company: { identifier: 'two', user: inner },
    }));
    expect(judge('User', chain)).toEqual({ ajv: true, plain: true, zod: true, unobjectionable: true });
    const bad = nested(levels, (inner) => ({
      identifier: 'one',
      company: { identifier: inner === 'innermost' ? ' ' : 'two', user: inner },
    }));
    expect(judge('User', bad)).toEqual({ ajv: false, plain: false, zod: false, unobjectionable: false });
  });

  it('on names that every object inherits', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'isPrototypeOf']) {
      for (const value of [null, { identifier: 'inherited', user: 'u', name: 'n' }, []]) {
        const empty = {};
        setOwn(empty, name, value);
        const named = { identifier: 'user-7' };
        setOwn(named, name, value);
        for (const schema of bodies) {
          expect(judge(schema, empty), `${schema} with ${name}`).toEqual({
            ajv: false,
            plain: false,
            zod: false,
            unobjectionable: false,
          });
        }
        expect(judge('User', named)).toEqual({ ajv: true, plain: true, zod: true, unobjectionable: true });
      }
    }
  });
});

describe('With decoders that refuse', () => {
  const decoders = {
    address: (text: string) => text.includes('@'),
    mailbox: (text: string) => text.length < 5,
    knows: (_list: string, name: string) => name.length < 5,
  };

  it('a body is explained exactly when it is refused, and they only ever refuse more', () => {
    const tally = { name: 'decoders', accepted: 0, refused: 0 };
    for (const name of bodies) {
      const check = checks[name];
      const property = fc.property(fc.oneof(valid(name), broken(name)), (payload) => {
        const violations: Violation[] = [];
        check?.explain(payload, ROOT, violations, decoders);
        const accepts = check?.is(payload, decoders) === true;
        if (accepts) tally.accepted += 1;
        else tally.refused += 1;
        return accepts === (violations.length === 0) && (!accepts || check?.is(payload) === true);
      });
      fc.assert(property, { seed: SEED, numRuns: 200 });
    }
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(300);
  });

  it('every text is given once, and every pointer leads somewhere or to something missing', () => {
    for (const name of bodies) {
      const property = fc.property(broken(name), (payload) => {
        const violations: Violation[] = [];
        checks[name]?.explain(payload, ROOT, violations, decoders);
        const texts = violations.map(({ text }) => text);
        return (
          new Set(texts).size === texts.length &&
          violations.every(({ pointer }) => hasParent(payload, pointer))
        );
      });
      fc.assert(property, { seed: SEED, numRuns: 200 });
    }
  });
});

function hasParent(payload: unknown, pointer: string): boolean {
  const steps = pointer.split('/').slice(1, -1);
  let value = payload;
  for (const step of steps) {
    if (!Array.isArray(value) && !isObject(value)) return false;
    value = Reflect.get(value, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return pointer === '' || Array.isArray(value) || isObject(value);
}
