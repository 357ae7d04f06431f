import type { components } from '@understudy/openapi/control/types';
import type { DeskClient } from './desk-client.ts';
import type { UserlistClock } from './userlist.ts';

type Order = components['schemas']['ClockOrder'];

/** The time of an account; null stands for that of all who have none of their own. */
export function createClockControl(desk: DeskClient, account: string | null): UserlistClock {
  const steer = async (order: Order): Promise<Date> =>
    new Date((await desk.ask('steerClock', { body: { ...order, account } })).now);
  return {
    async now() {
      return new Date((await desk.ask('getClock', { query: account === null ? {} : { account } })).now);
    },
    freeze: (at) => steer({ mode: 'frozen', now: at === undefined ? null : toText(at) }),
    set: (time) => steer({ now: toText(time) }),
    advance: (by) => steer({ advance_ms: by }),
    run: () => steer({ mode: 'system' }),
  };
}

/** A date that is none goes as it is: the desk says what a time looks like. */
function toText(time: Date | string): string {
  return typeof time === 'string' || Number.isNaN(time.getTime()) ? String(time) : time.toISOString();
}
