import type { Account } from './account.ts';
import type { Clocks } from './clocks.ts';
import type { Refusal } from './refusal.ts';
import type { Decision, Operation, Service } from './service.ts';
import type { LogEntry, LoggedCall } from './store.ts';

/** A payload that has been decided on and is not stored yet. */
export type Seed<World> = {
  readonly kind: 'seed';
  readonly entry: LoggedCall;
  readonly decision: Decision<World>;
};

/** What an account holds from the start: kept to the vendor's rules, but no request, so no limit, fault or journal meets it. */
export type Seeding<World> = {
  /** Whether an account holds nothing yet. */
  isEmpty(account: Account<World>): boolean;
  /** Reads a payload as the body of an operation and decides on it, or says why it would be refused. */
  decide(account: Account<World>, operation: string, payload: unknown): Seed<World> | Refusal;
  /** Stores seeds of one account in their order. Throws a UsageError when the disk does not take them: none is stored then. */
  plant(account: Account<World>, seeds: readonly Seed<World>[]): void;
};

type SeedingOptions<World> = {
  readonly service: Service<World>;
  readonly clocks: Clocks<World>;
  readonly nextId: (kind: string) => string;
  /** Writes entries in one transaction; null when there is no disk. */
  readonly write: ((entries: readonly LogEntry[]) => void) | null;
};

const CONTENT_TYPE = 'application/json';

export function createSeeding<World>(options: SeedingOptions<World>): Seeding<World> {
  const { service, clocks, nextId, write } = options;

  const read = (
    operation: Operation<World>,
    payload: unknown,
  ): { bytes: Uint8Array; reading: ReturnType<Operation<World>['read']> } => {
    const bytes = new TextEncoder().encode(JSON.stringify(payload));
    const size = bytes.byteLength;
    const isTooLarge = size > service.requestBytes;
    const reading = isTooLarge
      ? service.refusals.tooLarge(size)
      : operation.read({ headers: { 'content-type': CONTENT_TYPE }, bytes, size });
    return { bytes, reading };
  };

  return {
    isEmpty: ({ world }) => Object.values(service.counts(world)).every((count) => count === 0),
    decide(account, id, payload) {
      const operation = service.operation(id);
      if (operation === null) throw new Error(`There is no operation ${id}.`);
      const { settings, handle, maskedKey } = account;
      if (settings.features[operation.feature] === false)
        return service.refusals.notInPlan(operation.feature);
      const { bytes, reading } = read(operation, payload);
      if (reading.kind === 'refusal') return reading;
      const now = clocks.nowOf(account);
      const ids: string[] = [];
      const keepId = (kind: string): string => ids[ids.push(nextId(kind)) - 1] ?? '';
      const decision = operation.decide(reading.payload, { now, params: null, nextId: keepId, settings });
      if (decision.kind === 'refusal') return decision;
      const entry: LoggedCall = {
        kind: 'call',
        account: handle,
        maskedKey,
        operation: id,
        params: null,
        contentType: CONTENT_TYPE,
        bytes,
        at: now,
        ids,
      };
      return { kind: 'seed', entry, decision };
    },
    plant(account, seeds) {
      if (seeds.length === 0) return;
      write?.(seeds.map(({ entry }) => entry));
      for (const { decision } of seeds) decision.apply(account.world);
    },
  };
}
