import type { components } from '@understudy/openapi/control/types';
import type { Engine } from '../engine/engine.ts';
import type { Fault } from '../engine/faults/fault.ts';
import type { FaultOrder } from '../engine/faults/fault-order.ts';
import { carryOutOrder } from './carry-out-order.ts';
import { findHandle } from './find-account.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toReply } from './problem.ts';
import { renderTime } from './render-time.ts';

type Rendered = components['schemas']['Fault'];
type RenderedTimeline = components['schemas']['Timeline'];

/** Arms, lists and clears faults. */
export function createFaultHandlers<World>(
  engine: Engine<World>,
): Pick<Handlers, 'listFaults' | 'armFault' | 'clearFaults'> {
  const { accounts, faults, timelines, clocks } = engine;

  const timelinesOf = (account: string | null | undefined): RenderedTimeline[] =>
    timelines.owners().flatMap((owner) => {
      const next = timelines.nextAt(owner);
      const isMeant = account === undefined || owner === account;
      return next === null || !isMeant ? [] : [{ account: owner, next_at: renderTime(next) }];
    });

  return {
    listFaults({ query }) {
      const account = findHandle(accounts, query.account, '?account');
      if (isProblem(account)) return account;
      clocks.catchUpAll();
      return toReply({ items: faults.list(account).map(renderFault), timelines: timelinesOf(account) });
    },
    armFault({ body }) {
      // The schema has checked the kinds of all attributes, which its types do not tell from each other.
      const order = body as FaultOrder;
      const armed = carryOutOrder(engine, order);
      if (isProblem(armed)) return armed;
      const begun = order.timeline === undefined ? [] : timelinesOf(armed.account);
      return toReply({ items: armed.faults.map(renderFault), timelines: begun }, 201);
    },
    clearFaults({ query }) {
      const account = findHandle(accounts, query.account, '?account');
      if (isProblem(account)) return account;
      clocks.catchUpAll();
      if (query.name === undefined) clocks.end(account);
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
