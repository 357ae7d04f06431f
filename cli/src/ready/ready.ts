import type { Io } from '../io.ts';
import { toPrintable } from '../printable.ts';
import type { Finding, Probe } from './probe.ts';
import type { ReadyOptions } from './ready-command.ts';

const LATE = 1;
const PAUSE_MS = 100;
/** An answer that takes longer is asked for again. */
const PATIENCE_MS = 2000;

/** Asks until the stand-in is ready or the time is over, once without `wait`; resolves with the exit code. */
export async function ready({ url, wait, timeout }: ReadyOptions, io: Io, probe: Probe): Promise<number> {
  const end = io.elapsed() + timeout;
  for (;;) {
    const left = end - io.elapsed();
    const finding = await probe(url, wait ? Math.min(left, PATIENCE_MS) : left);
    if (finding.kind === 'ready') {
      io.stdout.write(`Understudy ${toPrintable(finding.version)} is ready at ${url}.\n`);
      return 0;
    }
    if (!wait || io.elapsed() + PAUSE_MS >= end) {
      io.stderr.write(`${toSentence(finding, url)}${wait ? ` Waited ${timeout / 1000} s.` : ''}\n`);
      return LATE;
    }
    await io.sleep(PAUSE_MS);
  }
}

function toSentence(finding: Exclude<Finding, { kind: 'ready' }>, url: string): string {
  switch (finding.kind) {
    case 'starting':
      return `Understudy at ${url} is still starting.`;
    case 'stranger':
      return `Something other than Understudy answers at ${url} (${toPrintable(finding.what)}).`;
    case 'nobody':
      return `Nothing answers at ${url} (${toPrintable(finding.why)}); is "understudy start" running?`;
  }
}
