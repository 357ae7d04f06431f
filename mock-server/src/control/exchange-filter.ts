import type { Engine } from '../engine/engine.ts';
import type { Criteria, Matcher } from '../verify/matcher.ts';
import { findForeignSince, type Mistake, toCriteria } from '../verify/to-criteria.ts';
import { findHandle } from './find-account.ts';
import { isProblem, type Problem, toProblem } from './problem.ts';
import { suggest } from './suggest.ts';

type Place = (name: string) => string;

/** Reads filters as they were given in a query or a body; `place` makes the path of a problem. */
export function readFilter<World>(
  { accounts, service }: Pick<Engine<World>, 'accounts' | 'service'>,
  operations: readonly string[],
  given: Matcher,
  place: Place,
): Criteria | Problem {
  const { operation, diagnostic } = given;
  if (isUnknown(operation, operations)) {
    const message = `There is no operation "${operation}"; ${suggest(operation, operations)}`;
    return toProblem(codeOf(place), message, place('operation'), operations);
  }
  if (isUnknown(diagnostic, service.diagnostics)) {
    const message = `There is no diagnostic "${diagnostic}"; ${suggest(diagnostic, service.diagnostics)}`;
    return toProblem(codeOf(place), message, place('diagnostic'), service.diagnostics);
  }
  const account = findHandle(accounts, given.account, place('account'));
  if (isProblem(account)) return account;
  const criteria = toCriteria(service, given, account);
  return 'kind' in criteria ? fromMistake(criteria, place) : criteria;
}

/** The same for what is to be verified or waited for, where asking since an exchange of an earlier start is no good. */
export function readMatcher<World>(
  engine: Pick<Engine<World>, 'accounts' | 'journal' | 'service'>,
  operations: readonly string[],
  given: Matcher,
  place: Place,
): Criteria | Problem {
  const criteria = readFilter(engine, operations, given, place);
  if (isProblem(criteria)) return criteria;
  const foreign = findForeignSince(engine.journal, criteria);
  return foreign === null ? criteria : fromMistake(foreign, place);
}

function isUnknown(name: string | null | undefined, known: readonly string[]): name is string {
  return typeof name === 'string' && known.length > 0 && !known.includes(name);
}

function codeOf(place: Place): 'invalid_parameter' | 'invalid_body' {
  return place('') === '?' ? 'invalid_parameter' : 'invalid_body';
}

function fromMistake({ path, message }: Mistake, place: Place): Problem {
  return toProblem(codeOf(place), message, place(path.slice(1)));
}
