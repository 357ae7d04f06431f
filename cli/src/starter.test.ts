import { describe, expect, it } from 'vitest';
import { findStarter, type ProcessFacts } from './starter.ts';

const GROUP = 10;
const OURS = 40;

type Family = Map<number, ProcessFacts>;

/** A line of ancestors, the eldest first and ourselves last; all of one process group unless told otherwise. */
const toFamily = (...commands: (string | [string, number])[]): Family =>
  new Map(
    commands.map((entry, index) => {
      const [command, group] = typeof entry === 'string' ? [entry, GROUP] : entry;
      const pid = OURS - 10 * (commands.length - 1 - index);
      return [pid, { command, group, parent: pid - 10 }];
    }),
  );

const find = (family: Family, self = { pid: OURS, ppid: OURS - 10 }) =>
  findStarter(self, (pid) => family.get(pid) ?? null);

const SERVER = 'node cli/bin/understudy.js start';

describe('A server lives for', () => {
  it.each([
    ['npm start', [SERVER], 30],
    ['npm exec understudy start', ["sh -c 'understudy' start", SERVER], 20],
    ['node /usr/lib/node_modules/pnpm/bin/pnpm.cjs start', ['/bin/sh -c understudy start', SERVER], 20],
    ['node /repo/.yarn/releases/yarn-4.1.0.cjs start', [SERVER], 30],
    ['npm run ci', ['sh -c bash ci.sh', '/usr/bin/bash ci.sh', SERVER], 10],
  ])('the %s that runs it', (runner, others, pid) => {
    expect(find(toFamily(runner, ...others))?.pid).toBe(pid);
  });

  it.each([
    ['a terminal', ['bash', SERVER]],
    ['a container', [SERVER]],
    ['a service manager', ['/sbin/init', SERVER]],
    ['a test runner inside npm', ['npm test', 'node vitest run', SERVER]],
    ['a program whose path looks like npm', ['/home/npm/server --flag', SERVER]],
  ])('nobody in %s', (_where, commands) => {
    expect(find(toFamily(...commands))).toBeNull();
  });

  it('nobody once it was detached from npm', () => {
    expect(find(toFamily('npm start', 'sh -c setsid understudy start', [SERVER, OURS]))).toBeNull();
  });

  it('nobody where the system tells nothing', () => {
    expect(find(new Map())).toBeNull();
  });
});

describe('The npm that runs a server', () => {
  it('is gone when the server has another parent', () => {
    const self = { pid: OURS, ppid: 30 };
    const starter = find(toFamily('npm start', SERVER), self);
    expect(starter?.isGone()).toBe(false);
    self.ppid = 1;
    expect(starter?.isGone()).toBe(true);
  });

  it('is not gone with the shell that put the server into the background', () => {
    const family = toFamily('npm test', 'sh -c understudy start & vitest', SERVER);
    const self = { pid: OURS, ppid: 30 };
    const starter = find(family, self);
    family.delete(30);
    self.ppid = 1;
    expect(starter?.isGone()).toBe(false);
    family.delete(20);
    expect(starter?.isGone()).toBe(true);
  });

  it('is gone when another process has its number', () => {
    const family = toFamily('npm test', 'sh -c understudy start', SERVER);
    const starter = find(family);
    family.set(20, { command: 'vim', group: 7, parent: 1 });
    expect(starter?.isGone()).toBe(true);
  });
});
