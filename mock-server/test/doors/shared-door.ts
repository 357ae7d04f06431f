import type { SettledOutcome } from '../../src/engine/outcome.ts';
import type { UserlistEngine } from '../../src/index.ts';
import { until } from '../fronts/until.ts';
import type { Delays, Door, OpenDoor } from './door.ts';

/** A door that is opened once and leads to one engine after another; opening one anew for every test takes far longer. */
export type SharedDoor<Opened extends Door = Door> = Opened & {
  /** Has what is sent from now on go to an engine. */
  leadTo(engine: UserlistEngine): void;
};

export async function openSharedDoor<Opened extends Door>(
  open: OpenDoor<Opened>,
  first: UserlistEngine,
  delays: Delays = 'real',
): Promise<SharedDoor<Opened>> {
  const changing = createChangingEngine(first);
  const door = await open(changing.engine, delays);
  let sending = 0;
  return {
    ...door,
    leadTo: changing.leadTo,
    async send(sent) {
      sending += 1;
      try {
        return await door.send(sent);
      } finally {
        sending -= 1;
        // Over a network the sender has its answer before the engine is told that it left.
        await until(() => changing.unsettled() <= sending);
      }
    },
  };
}

type ChangingEngine = {
  readonly engine: UserlistEngine;
  leadTo(engine: UserlistEngine): void;
  /** How many answers are on their way. */
  unsettled(): number;
};

/** An engine that is another from time to time; how an answer ended is told to the engine that gave it. */
function createChangingEngine(first: UserlistEngine): ChangingEngine {
  let current = first;
  const givers = new Map<object, UserlistEngine>();

  const note = (engine: UserlistEngine, outcome: SettledOutcome): SettledOutcome => {
    givers.set(outcome.exchange, engine);
    return outcome;
  };

  const steady: Partial<UserlistEngine> = {
    answer(call) {
      const engine = current;
      const outcome = engine.answer(call);
      return outcome.kind === 'later'
        ? { kind: 'later', outcome: outcome.outcome.then((late) => note(engine, late)) }
        : note(engine, outcome);
    },
    reject: (call, cause, reason) => note(current, current.reject(call, cause, reason)),
    settle(outcome, ...how) {
      givers.get(outcome.exchange)?.settle(outcome, ...how);
      givers.delete(outcome.exchange);
    },
    // Fronts keep the clock that they found first.
    clock: { ...first.clock, now: () => current.clock.now() },
  };

  return {
    engine: new Proxy(first, { get: (_, name) => Reflect.get(name in steady ? steady : current, name) }),
    leadTo(engine) {
      current = engine;
    },
    unsettled: () => givers.size,
  };
}
