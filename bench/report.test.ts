import { describe, expect, it } from 'vitest';
import { renderReport } from './report.ts';
import type { LoadSeries, Results, Sample } from './results.ts';
import { toVerdicts } from './verdicts.ts';

const SAMPLE: Sample = {
  answers: 1000,
  seconds: 1,
  p50Ms: 1.234,
  p99Ms: 12.34,
  cpuMs: 1000,
  loadCpuMs: 500,
  rssBytes: 100 * 1024 ** 2,
};

const RESULTS: Results = {
  machine: {
    processor: 'A Processor',
    cores: 2,
    memoryBytes: 8 * 1024 ** 3,
    system: 'Linux 6 x64',
    node: 'v24.0.0',
    fastify: '5.0.0',
    prism: '5.0.0',
    loadBefore: 0.1,
    date: '2026-11-23 14:00',
  },
  settings: {
    rounds: 3,
    seconds: 1,
    warmUpSeconds: 1,
    firstWarmUpSeconds: 1,
    startUps: 3,
    soakRequests: 1000,
    connections: 10,
    pipelining: 10,
  },
  load: [],
  startUps: [],
  memory: null,
};

/** A server that gave so many answers in a second of CPU, round by round. */
const small = (subject: LoadSeries['subject'], ...answers: readonly number[]): LoadSeries => ({
  subject,
  size: 'small',
  samples: answers.map((number) => ({ ...SAMPLE, answers: number })),
});

const rowOf = (report: string, start: string): string | undefined =>
  report.split('\n').find((line) => line.startsWith(`| ${start} `));

describe('the verdicts', () => {
  const judged = (...ours: readonly number[]) =>
    toVerdicts({ ...RESULTS, load: [small('built', ...ours), small('fastify', 1000, 1000, 1000)] });

  it('are reached at the target and not a hair below', () => {
    expect(judged(700, 700, 700).map(({ isReached }) => isReached)).toEqual([true, true]);
    expect(judged(699, 699, 699).map(({ isReached }) => isReached)).toEqual([false, false]);
  });

  it('go by the middle round and tell how far the others lay apart', () => {
    const [cpu, requests] = judged(100, 800, 900);
    expect(requests).toMatchObject({ isReached: true, ratio: { median: 0.8, least: 0.1, most: 0.9 } });
    expect(cpu?.ratio.median).toBeCloseTo(0.8);
  });

  it('compare with Prism by requests a second alone', () => {
    const load = [small('built', 10_000), small('prism', 1000), small('prism-silent', 2500)];
    const verdicts = toVerdicts({ ...RESULTS, load });
    expect(verdicts.map(({ target, isReached }) => [target.kind, target.peer, isReached])).toEqual([
      ['requests', 'prism', true],
      ['requests', 'prism-silent', false],
    ]);
  });

  it('want a start to take at most one and a half times as long', () => {
    const startUps = [
      { subject: 'fastify', cache: 'none', ms: [100, 100] },
      { subject: 'built', cache: 'cold', ms: [151, 151] },
      { subject: 'built', cache: 'warm', ms: [150, 150] },
    ] as const;
    const verdicts = toVerdicts({ ...RESULTS, startUps });
    expect(verdicts.map(({ isReached }) => isReached)).toEqual([false, true]);
  });

  it('say nothing of what was not measured', () => {
    expect(toVerdicts(RESULTS)).toEqual([]);
    const load = [small('built', 700), small('fastify', 1000)].map((series) => ({
      ...series,
      samples: series.samples.map((sample) => ({ ...sample, cpuMs: null })),
    }));
    expect(toVerdicts({ ...RESULTS, load }).map(({ target }) => target.kind)).toEqual(['requests']);
  });
});

describe('the report', () => {
  const load = [small('built', 750, 700, 800), small('fastify', 1000, 1000, 1000)];

  it('starts with the date and the machine', () => {
    const [first = ''] = renderReport(RESULTS).split('\n');
    expect(first).toContain('2026-11-23 14:00 UTC, A Processor, 2 cores, 8.0 GiB');
    expect(first).toContain('Node 24.0.0, Fastify 5.0.0, Prism 5.0.0');
  });

  it('has a row a server, with its share of what bare Fastify does', () => {
    expect(rowOf(renderReport({ ...RESULTS, load }), 'Understudy |')).toBe(
      '| Understudy | 750 | 75 % | 1,333 µs | 75 % | 1.23 ms | 12.3 ms | 100 MiB |',
    );
  });

  it('has every target it can judge, with its verdict', () => {
    const report = renderReport({ ...RESULTS, load });
    expect(rowOf(report, 'small body, requests/s, against bare Fastify')).toBe(
      '| small body, requests/s, against bare Fastify | 75 % | 70 % to 80 % | ≥ 70 % | ≥ 95 % | reached |',
    );
  });

  it('leaves a dash where the system does not tell', () => {
    const [series] = load;
    if (series === undefined) throw new Error('There is a first one.');
    const samples = series.samples.map((sample) => ({ ...sample, cpuMs: null, rssBytes: null }));
    expect(rowOf(renderReport({ ...RESULTS, load: [{ ...series, samples }] }), 'Understudy |')).toBe(
      '| Understudy | 750 | – | – | – | 1.23 ms | 12.3 ms | – |',
    );
  });

  it('warns of a try, of a busy machine and of a server that was kept waiting', () => {
    const settings = { ...RESULTS.settings, rounds: 1 };
    const machine = { ...RESULTS.machine, loadBefore: 3 };
    const idle = { ...small('fastify', 1000), samples: [{ ...SAMPLE, cpuMs: 500 }] };
    const report = renderReport({ ...RESULTS, settings, machine, load: [idle] });
    expect(report).toContain('- Fewer than three rounds');
    expect(report).toContain('- Others were at work on this machine');
    expect(report).toContain('by their requests/s: bare Fastify, small body 50 % (the load 50 %).');
  });

  it('has no warnings when there is nothing to warn of', () => {
    expect(renderReport({ ...RESULTS, load })).not.toMatch(/^- /m);
  });
});

describe('the report on memory', () => {
  const rowsOf = (endBytes: number, engineBytes: number): readonly string[] =>
    renderReport({
      ...RESULTS,
      memory: {
        soak: { requests: 1_000_000, settledBytes: 100 * 1024 ** 2, endBytes },
        users: { users: 1_000_000, engineBytes, mapBytes: 200 * 1024 ** 2 },
      },
    })
      .split('\n')
      .filter((line) => /^\| (?:heap|1,000,000 users)/.test(line));

  it('is content with a tenth of growth and half as much again as a Map', () => {
    const rows = rowsOf(110 * 1024 ** 2, 300 * 1024 ** 2);
    expect(rows.map((row) => row.endsWith('| reached |'))).toEqual([true, true]);
    expect(rows[0]).toContain('+10.0 %');
    expect(rows[1]).toContain('1.50 ×');
  });

  it('says what falls short', () => {
    const rows = rowsOf(112 * 1024 ** 2, 303 * 1024 ** 2);
    expect(rows.map((row) => row.endsWith('| falls short |'))).toEqual([true, true]);
  });
});
