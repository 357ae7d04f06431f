import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process has used so far. */
export type Usage = {
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  readonly rssBytes: number;
};

/** Linux counts in hundredths of a second towards programs, whatever its own clock does. */
const MS_PER_TICK = 10;

/** What a process has used; null where the system does not tell. */
export function readUsage(pid: number): Usage | null {
  try {
    if (process.platform === 'linux') {
      return decodeProc(
        readFileSync(`/proc/${pid}/stat`, 'utf8'),
        readFileSync(`/proc/${pid}/status`, 'utf8'),
      );
    }
    if (process.platform === 'win32') return null;
    return decodePs(execFileSync('ps', ['-o', 'time=,rss=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return null;
  }
}

/** From the two files that Linux keeps on a process. */
export function decodeProc(stat: string, status: string): Usage | null {
  // The name of the command comes before and may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
  if (Number.isNaN(ticks) || Number.isNaN(kilobytes)) return null;
  return { cpuMs: ticks * MS_PER_TICK, rssBytes: kilobytes * 1024 };
}

/** From `ps -o time=,rss=`, such as ` 1:02.50 40960`; BSD and macOS tell hundredths. */
export function decodePs(line: string): Usage | null {
  const match = /^\s*(?:(\d+)-)?((?:\d+:)+)(\d+(?:\.\d+)?)\s+(\d+)\s*$/.exec(line);
  if (match === null) return null;
  const [, days = '0', clock = '', seconds, kilobytes] = match;
  const minutes = clock
    .split(':')
    .slice(0, -1)
    .reduce((sum, part) => sum * 60 + Number(part), 0);
  const total = Number(days) * 86_400 + minutes * 60 + Number(seconds);
  return { cpuMs: Math.round(total * 1000), rssBytes: Number(kilobytes) * 1024 };
}
