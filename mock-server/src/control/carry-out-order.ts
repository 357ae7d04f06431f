import type { Engine } from '../engine/engine.ts';
import type { Fault } from '../engine/faults/fault.ts';
import { decodeFaultOrder, type FaultOrder } from '../engine/faults/fault-order.ts';
import { UsageError } from '../engine/usage-error.ts';
import { claimAccount } from './find-account.ts';
import { isProblem, type Problem, toProblem } from './problem.ts';
import { suggest } from './suggest.ts';

/** What was armed, and for whom. */
export type Armed = {
  /** A handle; null for everybody. */
  readonly account: string | null;
  readonly faults: readonly Fault[];
};

/** Arms what an order says, whose attributes are of the right kinds. */
export function carryOutOrder<World>(engine: Engine<World>, order: FaultOrder): Armed | Problem {
  const { accounts, faults, clocks, service } = engine;
  const unknown = findUnknownOperation(order, service.operations);
  if (unknown !== null) return unknown;
  const decoded = decodeFaultOrder(order);
  if (decoded.kind === 'problem') return toProblem('invalid_body', decoded.message, decoded.path);
  const owner = order.account == null ? null : claimAccount(accounts, order.account, '/account');
  if (isProblem(owner)) return owner;
  const account = owner?.handle ?? null;
  try {
    if (decoded.kind === 'fault')
      return { account, faults: [faults.arm({ ...decoded.definition, account })] };
    clocks.begin(owner, decoded.steps);
    return { account, faults: faults.list(account) };
  } catch (error) {
    if (error instanceof UsageError) return toProblem('no_room', error.message);
    throw error;
  }
}

function findUnknownOperation(order: FaultOrder, operations: readonly string[]): Problem | null {
  const faults = [order, ...(order.timeline ?? []).map(({ arm }) => arm ?? {})];
  for (const [index, { operation }] of faults.entries()) {
    if (operation == null || operations.includes(operation)) continue;
    const path = index === 0 ? '/operation' : `/timeline/${index - 1}/arm/operation`;
    const message = `There is no operation "${operation}"; ${suggest(operation, operations)}`;
    return toProblem('invalid_body', message, path, operations);
  }
  return null;
}
