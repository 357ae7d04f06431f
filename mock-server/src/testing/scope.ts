import { createClockControl } from './clock-control.ts';
import type { DeskClient } from './desk-client.ts';
import { createExpectations } from './expectations.ts';
import { createFaultControl } from './fault-control.ts';
import { readPages } from './pages.ts';
import type { UserlistScope } from './userlist.ts';

/** What can be asked of an account; null stands for all accounts. */
export function createScope(desk: DeskClient, account: string | null): UserlistScope {
  const named = account === null ? {} : { account };
  return {
    ...createExpectations(desk, account),
    faults: createFaultControl(desk, account),
    clock: createClockControl(desk, account),
    journal: {
      exchanges: (filter = {}) =>
        readPages((page) => desk.ask('listExchanges', { query: { ...filter, ...named, ...page } })),
    },
    async reset(parts) {
      await desk.ask('reset', { body: { account, what: parts === undefined ? null : [...parts] } });
    },
  };
}
