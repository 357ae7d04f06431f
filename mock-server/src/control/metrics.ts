import type { Engine } from '../engine/engine.ts';
import type { OwnTime, Tally, TallyRow } from '../engine/tally.ts';
import type { Handler } from './handler.ts';
import { METRICS_TYPE, type Metric, renderMetrics, type Sample } from './metrics-text.ts';

/** What the process that serves the desk takes of memory. */
export type Memory = { readonly heapBytes: number; readonly residentBytes: number };

export type MetricsOptions<World> = {
  readonly engine: Engine<World>;
  readonly version: string;
  /** Null where nobody can tell. */
  readonly memory: (() => Memory) | null;
  /** How many requests wait for exchanges. */
  readonly waits: () => number;
  /** How many readers follow the journal. */
  readonly followers: () => number;
};

/** Counts since the stand-in began, for Prometheus. */
export function createMetrics<World>(options: MetricsOptions<World>): Handler<'getMetrics'> {
  const { tally } = options.engine;
  return () => ({
    kind: 'text',
    mediaType: METRICS_TYPE,
    text: renderMetrics([
      ...toRequestMetrics(tally.rows()),
      toOwnSeconds(tally),
      ...toEngineMetrics(options),
      ...toMemoryMetrics(options.memory?.() ?? null),
    ]),
  });
}

function toRequestMetrics(rows: readonly TallyRow[]): Metric[] {
  const toKind = ({ operation, status, code, fault, delivered }: TallyRow) => ({
    operation: operation ?? '',
    status: String(status ?? ''),
    code: code ?? '',
    fault: fault ?? '',
    delivered,
  });
  const toCause = ({ operation, fault }: TallyRow) => ({ operation: operation ?? '', fault: fault ?? '' });
  const delayed = rows.filter((row) => row.delayed > 0);
  return [
    {
      name: 'understudy_requests_total',
      type: 'counter',
      help: 'Requests whose end is known; empty labels stand for no operation, no answer, no refusal and no fault.',
      samples: sumBy(rows, toKind, ({ requests }) => requests),
    },
    {
      name: 'understudy_injected_seconds',
      type: 'summary',
      help: 'Delay on purpose, of requests that had any.',
      samples: [
        ...sumBy(delayed, toCause, ({ injectedMs }) => injectedMs / 1000, '_sum'),
        ...sumBy(delayed, toCause, (row) => row.delayed, '_count'),
      ],
    },
  ];
}

/** Adds up rows that have the same labels: a series may be there only once. */
function sumBy(
  rows: readonly TallyRow[],
  toLabels: (row: TallyRow) => Readonly<Record<string, string>>,
  toValue: (row: TallyRow) => number,
  suffix = '',
): Sample[] {
  const sums = new Map<string, Sample>();
  for (const row of rows) {
    const labels = toLabels(row);
    const key = JSON.stringify(labels);
    sums.set(key, { suffix, labels, value: (sums.get(key)?.value ?? 0) + toValue(row) });
  }
  return [...sums.values()];
}

function toOwnSeconds({ ownTimes, ownBoundsMs }: Tally): Metric {
  const toSamples = ({ operation, requests, ownMs, within }: OwnTime): Sample[] => {
    const labels = { operation: operation ?? '' };
    let sum = 0;
    const buckets = ownBoundsMs.map((bound, index) => {
      sum += within[index] ?? 0;
      return { suffix: '_bucket', labels: { ...labels, le: String(bound / 1000) }, value: sum };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: requests },
      { suffix: '_sum', labels, value: ownMs / 1000 },
      { suffix: '_count', labels, value: requests },
    ];
  };
  return {
    name: 'understudy_own_seconds',
    type: 'histogram',
    help: 'What the engine itself took to answer, without delays on purpose and without the network.',
    samples: ownTimes().flatMap(toSamples),
  };
}

function toEngineMetrics<World>({ engine, version, waits, followers }: MetricsOptions<World>): Metric[] {
  const { service, journal, accounts, faults, tally } = engine;
  const counter = (name: string, help: string, value: number): Metric => ({
    name,
    type: 'counter',
    help,
    samples: [{ value }],
  });
  return [
    {
      name: 'understudy_info',
      type: 'gauge',
      help: 'Always 1; the labels say what is running.',
      samples: [{ labels: { version, service: service.name }, value: 1 }],
    },
    counter(
      'understudy_limiter_refusals_total',
      'Requests that a rate limit refused.',
      tally.limiterRefusals,
    ),
    gauge('understudy_journal_exchanges', 'Exchanges in the journal.', journal.size),
    gauge('understudy_journal_bytes', 'What they take of memory, roughly.', journal.weight),
    counter(
      'understudy_journal_dropped_total',
      'Exchanges that had to make room since the whole journal was last reset.',
      journal.dropped,
    ),
    gauge('understudy_accounts', 'Accounts there are.', accounts.list().length),
    counter('understudy_accounts_evicted_total', 'Accounts that had to make room.', accounts.evicted),
    gauge('understudy_faults_armed', 'Faults that are armed.', faults.size),
    gauge('understudy_waits', 'Requests that wait for exchanges.', waits()),
    gauge('understudy_followers', 'Readers that follow the journal.', followers()),
  ];
}

function toMemoryMetrics(memory: Memory | null): Metric[] {
  if (memory === null) return [];
  return [
    gauge('understudy_process_heap_bytes', 'JavaScript heap in use.', memory.heapBytes),
    gauge('understudy_process_resident_bytes', 'Memory of the process that is in RAM.', memory.residentBytes),
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return { name, type: 'gauge', help, samples: [{ value }] };
}
