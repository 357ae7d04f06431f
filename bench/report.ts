import { BODY_SIZES, type BodySize, createBodies } from './bodies.ts';
import { toMemoryRows } from './report-memory.ts';
import type { LoadSeries, Results, StartUpSeries } from './results.ts';
import { median, type Spread, toRatios, toSpread } from './statistics.ts';
import { SUBJECTS, type SubjectName } from './subjects.ts';
import { toCpuPerRequest, toRate, toSpeedRatios, toVerdicts, type Verdict } from './verdicts.ts';

type Row = readonly string[];

const PEER: SubjectName = 'fastify';
const NOTHING = '–';
/** Of one core: a server that had less than this was waiting, for load or for its turn on the machine. */
const BUSY = 0.9;
/** Of the cores: with more than this in use before the run, others were at work. */
const QUIET = 0.25;

/** The page that a run prints, in Markdown. */
export function renderReport(results: Results): string {
  const blocks = [
    renderMachine(results),
    ...BODY_SIZES.map((size) => renderLoad(results, size)),
    renderStartUps(results),
    renderMemory(results),
    renderVerdicts(toVerdicts(results)),
    renderNotes(results),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function renderMachine({ machine, settings }: Results): string {
  const { processor, cores, memoryBytes, system, node, fastify, prism, loadBefore, date } = machine;
  const { rounds, seconds, connections, pipelining } = settings;
  const memory = `${(memoryBytes / 1024 ** 3).toFixed(1)} GiB`;
  const before = loadBefore === null ? '' : `, load average before the run ${loadBefore.toFixed(2)}`;
  return [
    `${date} UTC, ${processor}, ${count(cores, 'core')}, ${memory}, ${system}, Node ${node.replace(/^v/, '')}, Fastify ${fastify}, Prism ${prism}${before}.`,
    `Medians of ${count(rounds, 'round')} of ${seconds} s, interleaved; ${connections} connections with ${pipelining} requests under way on each.`,
  ].join('\n');
}

function renderLoad({ load }: Results, size: BodySize): string {
  const series = load.filter((one) => one.size === size && one.samples.length > 0);
  if (series.length === 0) return '';
  const peer = series.find(({ subject }) => subject === PEER);
  const rows = series.map((one): Row => {
    const { samples } = one;
    const compared = (kind: 'requests' | 'cpu'): string =>
      peer === undefined ? NOTHING : toPercent(median(toSpeedRatios(one, peer, kind)));
    return [
      titleOf(one.subject),
      toWhole(median(samples.map(toRate))),
      compared('requests'),
      withUnit(toShort(median(samples.map(toCpuPerRequest))), 'µs'),
      compared('cpu'),
      withUnit(toShort(median(samples.map(({ p50Ms }) => p50Ms))), 'ms'),
      withUnit(toShort(median(samples.map(({ p99Ms }) => p99Ms))), 'ms'),
      withUnit(toWhole(median(samples.map(({ rssBytes }) => (rssBytes ?? Number.NaN) / 1024 ** 2))), 'MiB'),
    ];
  });
  const heading = [
    `POST /users, ${toWhole(meanBytes(size))} bytes`,
    'requests/s',
    'of bare Fastify',
    'CPU a request',
    'of bare Fastify',
    'p50',
    'p99',
    'memory',
  ];
  return renderTable(heading, rows);
}

function renderStartUps({ startUps }: Results): string {
  const rows = startUps.filter(({ ms }) => ms.length > 0);
  if (rows.length === 0) return '';
  const peer = rows.find(({ subject, cache }) => subject === PEER && cache === 'none');
  return renderTable(
    ['Spawn to first good answer', 'time', 'of bare Fastify', 'least to most', 'starts'],
    rows.map((one): Row => {
      const { median: middle, least, most } = toSpread(one.ms);
      const ratio = peer === undefined ? NOTHING : toTimes(median(toRatios(one.ms, peer.ms)));
      const range = `${toWhole(least)} to ${toWhole(most)} ms`;
      return [titleOfStart(one), `${toWhole(middle)} ms`, ratio, range, String(one.ms.length)];
    }),
  );
}

function renderMemory({ memory }: Results): string {
  if (memory === null) return '';
  return renderTable(['Memory', 'first', 'last', 'ratio', 'target', ''], toMemoryRows(memory));
}

function renderVerdicts(verdicts: readonly Verdict[]): string {
  if (verdicts.length === 0) return '';
  return renderTable(
    ['Understudy, built, `--log-level warn`', 'measured', 'least to most', 'target', 'later', ''],
    verdicts.map(({ target, ratio, isReached }): Row => {
      const verdict = isReached ? 'reached' : 'falls short';
      if (target.kind === 'start-up') {
        const what = `start-up with a ${target.cache} compile cache, of ${titleOf(target.peer)}'s`;
        return [what, ...toFigures(ratio, toTimes), `≤ ${toTimes(target.atMost)}`, NOTHING, verdict];
      }
      const { kind, size, peer, atLeast, later } = target;
      const render = peer === PEER ? toPercent : toTimes;
      const what = `${size} body, ${kind === 'cpu' ? 'CPU a request' : 'requests/s'}, against ${titleOf(peer)}`;
      const next = later === null ? NOTHING : `≥ ${render(later)}`;
      return [what, ...toFigures(ratio, render), `≥ ${render(atLeast)}`, next, verdict];
    }),
  );
}

function toFigures(ratio: Spread, render: (figure: number) => string): Row {
  return [render(ratio.median), `${render(ratio.least)} to ${render(ratio.most)}`];
}

/** What a reader has to know before trusting the figures. */
function renderNotes({ machine, settings, load }: Results): string {
  const { loadBefore, cores } = machine;
  const starved = load.filter((one) => one.samples.length > 0 && toBusy(one) < BUSY).map(renderStarved);
  return [
    ...(settings.rounds < 3 ? ['Fewer than three rounds: a try, not a measurement.'] : []),
    ...(loadBefore !== null && loadBefore > cores * QUIET
      ? [`Others were at work on this machine (load average ${loadBefore.toFixed(2)} on ${cores} cores).`]
      : []),
    ...(starved.length > 0
      ? [
          `These had less of a core than they could have used, so go by their CPU a request and not by their requests/s: ${starved.join('; ')}.`,
        ]
      : []),
  ]
    .map((note) => `- ${note}`)
    .join('\n');
}

function renderStarved(series: LoadSeries): string {
  const { subject, size } = series;
  return `${titleOf(subject)}, ${size} body ${toPercent(toBusy(series))} (the load ${toPercent(toLoadBusy(series))})`;
}

function toBusy({ samples }: LoadSeries): number {
  return median(samples.map(({ cpuMs, seconds }) => (cpuMs ?? Number.NaN) / 1000 / seconds));
}

function toLoadBusy({ samples }: LoadSeries): number {
  return median(samples.map(({ loadCpuMs, seconds }) => loadCpuMs / 1000 / seconds));
}

function meanBytes(size: BodySize): number {
  const bytes = createBodies(size).map((body) => new TextEncoder().encode(JSON.stringify(body)).length);
  return bytes.reduce((sum, one) => sum + one, 0) / bytes.length;
}

function titleOf(name: SubjectName): string {
  return SUBJECTS.find((subject) => subject.name === name)?.title ?? name;
}

function titleOfStart({ subject, cache }: StartUpSeries): string {
  return cache === 'none' ? titleOf(subject) : `${titleOf(subject)}, ${cache} compile cache`;
}

function renderTable(heading: Row, rows: readonly Row[]): string {
  const rule = heading.map((_, column) => (column === 0 ? '---' : '--:'));
  return [heading, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function toPercent(share: number): string {
  return Number.isNaN(share) ? NOTHING : `${Math.floor(share * 100)} %`;
}

function toTimes(ratio: number): string {
  return Number.isNaN(ratio) ? NOTHING : `${ratio.toFixed(ratio < 10 ? 2 : 1).replace(/\.?0+$/, '')} ×`;
}

function toWhole(figure: number): string {
  return Number.isNaN(figure) ? NOTHING : Math.round(figure).toLocaleString('en');
}

/** Two or three figures that count. */
function toShort(figure: number): string {
  if (Number.isNaN(figure)) return NOTHING;
  return figure < 10 ? figure.toFixed(2) : figure < 100 ? figure.toFixed(1) : toWhole(figure);
}

function withUnit(figure: string, unit: string): string {
  return figure === NOTHING ? NOTHING : `${figure} ${unit}`;
}
