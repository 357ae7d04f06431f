import { isObject } from '../engine/json.ts';
import { nearest } from '../engine/nearest.ts';
import { UsageError } from '../engine/usage-error.ts';
import { findNamed } from './find-named.ts';
import type { Criteria, Matcher } from './matcher.ts';
import { readMatcherBody } from './matcher-body.ts';
import { findForeignSince, type Mistake, toCriteria } from './to-criteria.ts';
import type { Verifiable } from './verification.ts';

/** An engine that knows the names of its operations. */
export type NamedOperations<Operation extends string> = { readonly operations: readonly Operation[] };

const ATTRIBUTES = ['account', 'operation', 'status', 'body', 'has', 'diagnostic', 'since'] as const;

/** Reads a matcher as it is written in code. Throws a UsageError on one that cannot be meant: it would match nothing, or all. */
export function decodeMatcher<World, Operation extends string>(
  engine: Verifiable<World> & NamedOperations<Operation>,
  matcher: Matcher<Operation>,
): Criteria {
  const { accounts, operations, service } = engine;
  if (!isObject(matcher)) throw new UsageError('A matcher is an object such as { operation, status, body }.');
  for (const name of Object.keys(matcher)) expectKnown('attribute of a matcher', name, ATTRIBUTES);
  const { account, operation, status, has, diagnostic, since } = matcher;
  expectKnown('operation', operation, operations);
  expectKnown('diagnostic', diagnostic, service.diagnostics);
  if (status != null && !Number.isInteger(status)) throw toWrong('status', 'the number of an HTTP status');
  if (since != null && typeof since !== 'string') throw toWrong('since', 'the id of an exchange');
  if (has != null && !(Array.isArray(has) && has.every((each) => typeof each === 'string')))
    throw toWrong('has', 'a list of JSON Pointers such as "/properties/plan"');
  if (account != null && (typeof account !== 'string' || account === ''))
    throw toWrong('account', 'a push key or a handle');
  const handle = account == null ? undefined : findNamed(accounts, account);
  // It may be a push key, so it is not repeated.
  if (handle === null)
    throw new UsageError('The account of the matcher is neither a key of this engine nor a handle.');
  const body = matcher.body == null ? null : readMatcherBody(matcher.body);
  const criteria = toCriteria(service, { ...matcher, body }, handle);
  if ('kind' in criteria) throw toUsageError(criteria);
  const foreign = findForeignSince(engine.journal, criteria);
  if (foreign !== null) throw toUsageError(foreign);
  return criteria;
}

function expectKnown(kind: string, name: unknown, known: readonly string[]): void {
  if (name == null || (typeof name === 'string' && known.includes(name))) return;
  const likely = typeof name === 'string' ? nearest(name, known) : null;
  const hint = likely === null ? `there are ${known.join(', ')}.` : `did you mean "${likely}"?`;
  throw new UsageError(`There is no ${kind} ${JSON.stringify(name)}; ${hint}`);
}

function toUsageError({ path, message }: Mistake): UsageError {
  return new UsageError(`The matcher is wrong at ${path}: ${message}`);
}

function toWrong(name: string, right: string): UsageError {
  return new UsageError(`The ${name} of a matcher is ${right}.`);
}
