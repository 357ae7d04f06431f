import type { Asked } from '../control/handler.ts';
import type { DeskClient } from './desk-client.ts';
import type { UserlistFaults } from './userlist.ts';

/** The faults of an account; null stands for all accounts. */
export function createFaultControl(desk: DeskClient, account: string | null): UserlistFaults {
  const named = account === null ? {} : { account };
  return {
    async arm(order) {
      const written = typeof order === 'string' ? { preset: order } : order;
      // The types of the desk do not tell the kinds of an order from each other.
      const body = { ...written, account } as unknown as Asked<'armFault'>['body'];
      return desk.ask('armFault', { body });
    },
    async list() {
      const { items } = await desk.ask('listFaults', { query: named });
      return items;
    },
    async clear(name) {
      const query = { ...named, ...(name === undefined ? {} : { name }) };
      const { cleared } = await desk.ask('clearFaults', { query });
      return cleared;
    },
  };
}
