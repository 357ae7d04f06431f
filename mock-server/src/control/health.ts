import type { Engine } from '../engine/engine.ts';
import type { Handler } from './handler.ts';
import { toReply } from './problem.ts';

/** Says whether everything is in place and what had to make room; what only listens is not ready before it is seeded. */
export function createHealth<World>(
  { service, journal, accounts }: Engine<World>,
  version: string,
  isReady: () => boolean,
): Handler<'getHealth'> {
  return () => {
    const facts = {
      version,
      service: service.name,
      journal: { exchanges: journal.size, dropped: journal.dropped },
      accounts: { count: accounts.list().length, evicted: accounts.evicted },
    };
    return isReady() ? toReply({ status: 'ok', ...facts }) : toReply({ status: 'starting', ...facts }, 503);
  };
}
