import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ProcessFacts } from './starter.ts';

/** Asks the system for a process: /proc on Linux, ps on other Unix systems, nothing on Windows. */
export function readProcess(pid: number): ProcessFacts | null {
  if (process.platform === 'win32') return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The name in parentheses may hold anything, parentheses and blanks too.
    const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : { parent: Number(parent), group: Number(group), command: command.trim() };
  } catch {
    return null;
  }
}

function fromPs(pid: number): ProcessFacts | null {
  const { stdout } = spawnSync('ps', ['-o', 'state=,ppid=,pgid=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [, state = 'Z', parent, group, command = ''] =
    /^\s*(\S+)\s+(\d+)\s+(\d+)\s+(.*)$/m.exec(stdout ?? '') ?? [];
  return state.startsWith('Z') ? null : { parent: Number(parent), group: Number(group), command };
}
