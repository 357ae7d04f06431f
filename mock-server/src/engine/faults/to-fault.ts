import { UsageError } from '../usage-error.ts';
import { checkDefinition } from './check-definition.ts';
import { delayOf } from './delay.ts';
import type { Fault, FaultDefinition, FiredFault } from './fault.ts';

/** Makes a fault of its definition, armed for nobody yet. Throws a UsageError on one that cannot be meant. */
export function toFault(
  definition: FaultDefinition,
  nextName: () => string,
  normalise: (value: unknown) => unknown,
): Fault {
  const problem = checkDefinition(definition, '');
  if (problem !== null) throw new UsageError(`${problem.path}: ${problem.message}`);
  const { account, operation, match, from, every, times, effect, mark } = definition;
  return {
    name: definition.name ?? nextName(),
    account: account ?? null,
    operation: operation ?? null,
    match: match == null ? {} : { ...match, ...(match.body == null ? {} : { body: normalise(match.body) }) },
    from: from ?? 1,
    every: every ?? 1,
    times: times ?? null,
    effect,
    mark: mark ?? false,
    offered: 0,
    fired: 0,
    delivered: 0,
    held: new Set(),
    isCleared: false,
  };
}

/** Counts a matching request, and says whether it is one that the fault fires on. */
export function offer(fault: Fault): FiredFault | null {
  fault.offered += 1;
  const place = fault.offered - fault.from;
  if (place < 0 || place % fault.every !== 0) return null;
  fault.fired += 1;
  return { fault, delayMs: delayOf(fault.effect.delay_ms, fault.fired - 1) };
}

/** Whether a fault has fired as often as it may. */
export function isUsedUp({ fired, times }: Fault): boolean {
  return times !== null && fired >= times;
}

/** Lets go what a fault holds; it does nothing any more. */
export function release(fault: Fault): void {
  fault.isCleared = true;
  const held = [...fault.held];
  fault.held.clear();
  for (const letGo of held) letGo();
}
