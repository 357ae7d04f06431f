import { decodeFaultOrder, type FaultOrder, type StepOrder } from '@understudy/mock-server';
import { contract } from '@understudy/openapi/contract';
import type { Blame, Preparation } from '../start/preparation.ts';
import { suggest } from './find-mistakes.ts';
import { type Mistake, type Path, shorten } from './mistake.ts';

/** What orders come to, and what in them cannot be meant. */
export type DecodedOrders = {
  readonly faults: Preparation['faults'];
  readonly timelines: Preparation['timelines'];
  readonly mistakes: readonly Mistake[];
};

/** Makes what tells of mistakes in the thing that a path leads to. */
export type BlameAt = (path: Path) => Blame;

const OPERATIONS = Object.keys(contract.operations);
const NONE: DecodedOrders = { faults: [], timelines: [], mistakes: [] };

/** Reads faults as the desk takes them, each for the account it names or else for the one given, by its key. */
export function decodeFaults(
  orders: readonly FaultOrder[],
  account: string | null,
  path: Path,
  blameAt: BlameAt,
): DecodedOrders {
  return joinOrders(
    orders.map((order, index) => decodeOrder(order, order.account ?? account, [...path, index], blameAt)),
  );
}

/** Reads the timeline of the thing that a path leads to. */
export function decodeTimeline(
  timeline: readonly StepOrder[],
  account: string | null,
  path: Path,
  blameAt: BlameAt,
): DecodedOrders {
  return decodeOrder({ timeline }, account, path, blameAt);
}

/** Puts parts together that were read one after the other. */
export function joinOrders(parts: readonly DecodedOrders[]): DecodedOrders {
  return {
    faults: parts.flatMap(({ faults }) => faults),
    timelines: parts.flatMap(({ timelines }) => timelines),
    mistakes: parts.flatMap(({ mistakes }) => mistakes),
  };
}

function decodeOrder(order: FaultOrder, account: string | null, path: Path, blameAt: BlameAt): DecodedOrders {
  const unknown = findUnknownOperations(order, path);
  if (unknown.length > 0) return { ...NONE, mistakes: unknown };
  const decoded = decodeFaultOrder(order);
  switch (decoded.kind) {
    case 'problem':
      return { ...NONE, mistakes: [{ path: [...path, ...toSteps(decoded.path)], message: decoded.message }] };
    case 'timeline': {
      const blame = blameAt([...path, 'timeline']);
      return { ...NONE, timelines: [{ account, steps: decoded.steps, blame }] };
    }
    case 'fault':
      return { ...NONE, faults: [{ account, definition: decoded.definition, blame: blameAt(path) }] };
  }
}

function findUnknownOperations({ operation, timeline = [] }: FaultOrder, path: Path): Mistake[] {
  const named = [
    { at: path, operation },
    ...timeline.map(({ arm }, index) => ({
      at: [...path, 'timeline', index, 'arm'],
      operation: arm?.operation,
    })),
  ];
  return named.flatMap(({ at, operation: name }): Mistake[] => {
    if (name == null || OPERATIONS.includes(name)) return [];
    const message = `There is no operation "${shorten(name)}"; ${suggest(name, OPERATIONS)}`;
    return [{ path: [...at, 'operation'], message }];
  });
}

/** The steps of a JSON Pointer. */
function toSteps(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
