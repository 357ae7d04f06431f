import type { components } from '@understudy/openapi/control/types';
import type { Engine } from '../engine/engine.ts';
import type { Fault } from '../engine/faults/fault.ts';
import { decodeFaultOrder, type FaultOrder } from '../engine/faults/fault-order.ts';
import { UsageError } from '../engine/usage-error.ts';
import { claimAccount, findHandle } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';
import { renderTime } from './render-time.ts';
import { suggest } from './suggest.ts';

type Rendered = components['schemas']['Fault'];
type List = components['schemas']['FaultList'];

/** Arms, lists and clears faults. */
export function createFaultHandlers<World>(
  engine: Engine<World>,
  operations: readonly string[],
): Pick<Handlers, 'listFaults' | 'armFault' | 'clearFaults'> {
  const { accounts, faults, timelines, clocks } = engine;

  const catchUp = (): void => {
    for (const handle of timelines.owners()) clocks.catchUp(handle === null ? null : accounts.named(handle));
  };

  const render = (chosen: readonly Fault[], account: string | undefined): List => ({
    items: chosen.map(renderFault),
    timelines: timelines.owners().flatMap((owner) => {
      const next = timelines.nextAt(owner);
      const isMeant = account === undefined || owner === account;
      return next === null || !isMeant ? [] : [{ account: owner, next_at: renderTime(next) }];
    }),
  });

  const isUnknown = (operation: string | null | undefined): operation is string =>
    operation != null && operations.length > 0 && !operations.includes(operation);

  return {
    listFaults({ query }) {
      const account = findHandle(accounts, query.account, '?account');
      if (isProblem(account)) return account;
      catchUp();
      return toReply(render(faults.list(account), account));
    },
    armFault({ body }) {
      // The schema has checked the kinds of all attributes, which its types do not tell from each other.
      const order = body as FaultOrder;
      const named = [order, ...(order.timeline ?? []).map(({ arm }) => arm ?? {})];
      for (const [index, { operation }] of named.entries()) {
        if (!isUnknown(operation)) continue;
        const path = index === 0 ? '/operation' : `/timeline/${index - 1}/arm/operation`;
        const message = `There is no operation "${operation}"; ${suggest(operation, operations)}`;
        return toProblem('invalid_body', message, path, operations);
      }
      const decoded = decodeFaultOrder(order);
      if (decoded.kind === 'problem') return toProblem('invalid_body', decoded.message, decoded.path);
      const account = order.account == null ? null : claimAccount(accounts, order.account, '/account');
      if (isProblem(account)) return account;
      const handle = account?.handle ?? null;
      if (decoded.kind === 'timeline') {
        clocks.begin(account, decoded.steps);
        return toReply(render(faults.list(handle ?? ''), handle ?? undefined), 201);
      }
      try {
        const armed = faults.arm({ ...decoded.definition, account: handle });
        return toReply(render([armed], handle ?? undefined), 201);
      } catch (error) {
        if (error instanceof UsageError) return toProblem('no_room', error.message);
        throw error;
      }
    },
    clearFaults({ query }) {
      const account = findHandle(accounts, query.account, '?account');
      if (isProblem(account)) return account;
      catchUp();
      if (query.name === undefined) timelines.end(account);
      return toReply({ cleared: faults.clear({ name: query.name, account }) });
    },
  };
}

function renderFault(fault: Fault): Rendered {
  const { name, account, operation, match, from, every, times, effect, mark, offered, fired, delivered } =
    fault;
  return {
    name,
    account,
    operation,
    match: { method: match.method ?? null, path: match.path ?? null, body: match.body ?? null },
    from,
    every,
    times,
    effect: { ...effect },
    mark,
    offered,
    fired,
    delivered,
  };
}
