import {
  decodeRateLimit,
  type FaultOrder,
  type SettingsChange,
  type StepOrder,
} from '@understudy/mock-server';
import type { components } from '@understudy/openapi/config/types';
import type { OperationId } from '@understudy/openapi/contract';
import type { Preparation } from '../start/preparation.ts';
import { decodePushKey } from '../start/push-key.ts';
import { isUsageError } from '../usage-error.ts';
import type { Configuration } from './decode-flags.ts';
import {
  type BlameAt,
  type DecodedOrders,
  decodeFaults,
  decodeTimeline,
  joinOrders,
} from './decode-orders.ts';
import type { Mistake, Path } from './mistake.ts';

type Schemas = components['schemas'];
type Account = NonNullable<Schemas['Account']>;
type Seeds = NonNullable<Schemas['Seeds']>;

/** What a configuration says beside the flags, and what of it cannot be meant. */
export type DecodedConfiguration = {
  readonly preparation: Preparation;
  readonly mistakes: readonly Mistake[];
  /** Timelines that stand in files of their own, by the accounts they are for. */
  readonly timelineFiles: readonly { readonly account: string; readonly file: string }[];
};

/** What each kind of seed is sent to, in the order in which they are stored. */
const SEEDED_BY: Readonly<Record<keyof Seeds, OperationId>> = {
  users: 'pushUser',
  companies: 'pushCompany',
  relationships: 'pushRelationship',
  events: 'pushEvent',
};
const KINDS = Object.keys(SEEDED_BY) as (keyof Seeds)[];

/** Reads what a configuration says of accounts. */
export function decodeConfiguration(configuration: Configuration, blameAt: BlameAt): DecodedConfiguration {
  const { rate_limit, settings, seeds, faults, timeline, accounts } = configuration;
  const own = Object.entries(accounts ?? {}).map(([key, account]) => ({
    key,
    account: account ?? {},
    path: ['accounts', key] as const,
  }));
  // The schema has checked the kinds of all attributes, which its types do not tell from each other.
  const orders = joinOrders([
    decodeFaults((faults ?? []) as readonly FaultOrder[], null, ['faults'], blameAt),
    decodeSteps(timeline, null, [], blameAt),
    ...own.flatMap(({ key, account, path }) => [
      decodeFaults((account.faults ?? []) as readonly FaultOrder[], key, [...path, 'faults'], blameAt),
      decodeSteps(account.timeline, key, path, blameAt),
    ]),
  ]);
  return {
    preparation: {
      defaults: toDefaults(settings),
      settings: own.map(({ key, account, path }) => ({
        account: key,
        change: toChange(account.settings),
        blame: blameAt(path),
      })),
      seeds: [
        ...toSeeds(seeds, null, ['seeds'], blameAt),
        ...own.flatMap(({ key, account, path }) => toSeeds(account.seeds, key, [...path, 'seeds'], blameAt)),
      ],
      faults: orders.faults,
      timelines: orders.timelines,
    },
    mistakes: [
      ...findBadRate(rate_limit, ['rate_limit']),
      ...own.flatMap(({ account, path }) =>
        findBadRate(account.settings?.rate_limit, [...path, 'settings', 'rate_limit']),
      ),
      ...own.flatMap(({ key, path }) => findBadKey(key, path)),
      ...orders.mistakes,
    ],
    timelineFiles: own.flatMap(({ key, account }) =>
      typeof account.timeline === 'string' ? [{ account: key, file: account.timeline }] : [],
    ),
  };
}

/** A timeline in a file of its own is read by others. */
function decodeSteps(
  timeline: Schemas['Timeline'] | undefined,
  account: string | null,
  path: Path,
  blameAt: BlameAt,
): DecodedOrders {
  const steps = Array.isArray(timeline) ? (timeline as readonly StepOrder[]) : null;
  return steps === null ? joinOrders([]) : decodeTimeline(steps, account, path, blameAt);
}

function toDefaults(settings: Schemas['Defaults'] | undefined): Preparation['defaults'] {
  const { features, ...lists } = settings ?? {};
  return { features: features ?? null, lists };
}

function toChange(settings: Account['settings']): SettingsChange {
  const { features, rate_limit: rateLimit, rate_limit_headers: rateHeaders, ...lists } = settings ?? {};
  return {
    lists,
    ...(features === undefined ? {} : { features }),
    ...(rateLimit === undefined ? {} : { rateLimit }),
    ...(rateHeaders === undefined ? {} : { rateHeaders }),
  };
}

function toSeeds(
  seeds: Seeds | null | undefined,
  account: string | null,
  path: Path,
  blameAt: BlameAt,
): Preparation['seeds'][number][] {
  return KINDS.flatMap((kind) =>
    (seeds?.[kind] ?? []).map((payload, index) => ({
      account,
      operation: SEEDED_BY[kind],
      payload,
      blame: blameAt([...path, kind, index]),
    })),
  );
}

function findBadRate(rate: string | null | undefined, path: Path): Mistake[] {
  return rate == null ? [] : findProblem(() => decodeRateLimit(rate), path);
}

function findBadKey(key: string, path: Path): Mistake[] {
  return findProblem(() => decodePushKey(key, 'This'), path).map((mistake) => ({ ...mistake, isName: true }));
}

function findProblem(read: () => unknown, path: Path): Mistake[] {
  try {
    read();
    return [];
  } catch (error) {
    if (isUsageError(error)) return [{ path, message: error.message }];
    throw error;
  }
}
