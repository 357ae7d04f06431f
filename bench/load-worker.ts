import autocannon from 'autocannon';
import { createBodies } from './bodies.ts';
import type { LoadOrder, LoadReport } from './load-order.ts';
import { PUSH_HEADERS } from './push-headers.ts';
import type { Sample } from './results.ts';
import { percentile } from './statistics.ts';
import { readUsage, type Usage } from './usage.ts';

type Volley = { readonly latenciesMs: readonly number[]; readonly seconds: number };

process.on('disconnect', () => process.exit());
process.on('message', async (order: LoadOrder) => {
  const report: LoadReport = await measure(order).then(
    (sample) => ({ sample }),
    (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(report);
});

async function measure(order: LoadOrder): Promise<Sample> {
  await fire(order, order.warmUpSeconds);
  const ownBefore = process.cpuUsage();
  const before = readUsage(order.pid);
  const { latenciesMs, seconds } = await fire(order, order.seconds);
  const after = readUsage(order.pid);
  const own = process.cpuUsage(ownBefore);
  return {
    answers: latenciesMs.length,
    seconds,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    cpuMs: toCpuMs(before, after),
    loadCpuMs: (own.user + own.system) / 1000,
    rssBytes: after?.rssBytes ?? null,
  };
}

function toCpuMs(before: Usage | null, after: Usage | null): number | null {
  return before === null || after === null ? null : after.cpuMs - before.cpuMs;
}

/** Sends the bodies in turn for some time; fails when anything but 202 comes back. */
function fire({ url, size, connections, pipelining }: LoadOrder, duration: number): Promise<Volley> {
  const requests = createBodies(size).map((body) => ({
    method: 'POST',
    path: '/users',
    headers: PUSH_HEADERS,
    body: JSON.stringify(body),
  }));
  const latenciesMs: number[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Volley>();
  const startedAt = performance.now();
  const options = { url, connections, pipelining, duration, sampleInt: 50, requests };
  const cannon = autocannon(options, (error, result) => {
    const seconds = (performance.now() - startedAt) / 1000;
    const { errors, timeouts, statusCodeStats } = result;
    const isClean = Object.keys(statusCodeStats).join() === '202' && errors === 0 && timeouts === 0;
    if (error !== null) reject(error);
    else if (isClean) resolve({ latenciesMs, seconds });
    else
      reject(new Error(`Not only 202 came back: ${JSON.stringify({ statusCodeStats, errors, timeouts })}`));
  });
  // The histogram it keeps itself has whole milliseconds only.
  cannon.on('response', (_client, _status: number, _bytes: number, ms: number) => latenciesMs.push(ms));
  return promise;
}
