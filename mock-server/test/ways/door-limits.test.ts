import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createUserlistEngine, type Exchange, type UserlistEngine } from '../../src/index.ts';
import { type Door, doors, type Sent } from '../doors.ts';

const USER = new TextEncoder().encode('{"identifier":"ann"}');
const HEADERS = [
  ['authorization', 'Push k'],
  ['content-type', 'application/json'],
] as const;
const PUSH: Sent = { method: 'POST', target: '/users', headers: HEADERS, body: USER };

type Probe = (door: Door, engine: UserlistEngine) => Promise<boolean>;

const last = (engine: UserlistEngine): Exchange | undefined => [...engine.journal.entries()].at(-1);

/** Whether what was sent is in the journal as it was sent. */
const keeps =
  (change: Partial<Sent>, isKept: (exchange: Exchange) => boolean): Probe =>
  async (door, engine) => {
    await door.send({ ...PUSH, ...change });
    const exchange = last(engine);
    return exchange !== undefined && isKept(exchange);
  };

/** Whether somebody waiting for the answer fails. */
const fails = (door: Door): Promise<boolean> =>
  door.send(PUSH).then(
    () => false,
    () => true,
  );

const withHeader = (...more: readonly (readonly [string, string])[]): Partial<Sent> => ({
  headers: [...HEADERS, ...more],
});

/** What not every door can do. */
const PROBES: Readonly<Record<string, Probe>> = {
  'tells how header names were spelled': keeps(withHeader(['X-Trace', '1']), ({ rawHeaders }) =>
    rawHeaders.includes('X-Trace'),
  ),
  'takes a path with `..` as it is': keeps(
    { target: '/a/../users' },
    ({ target }) => target === '/a/../users',
  ),
  'takes a GET with a body': keeps({ method: 'GET' }, ({ size }) => size === USER.byteLength),
  'breaks a body off': async (door, engine) => {
    engine.faults.arm({ effect: { status: 503, truncate_at: 3 } });
    return fails(door);
  },
  'promises more than it sends': async (door, engine) => {
    engine.faults.arm({ effect: { status: 503, body: 'four', content_length: 100 } });
    return fails(door);
  },
  'fails on what is no HTTP': async (door, engine) => {
    engine.faults.arm({ effect: { garbage: 'no HTTP' } });
    return fails(door);
  },
};

async function toRow([what, probe]: readonly [string, Probe]): Promise<string> {
  const cells: string[] = [];
  for (const open of Object.values(doors)) {
    const engine = createUserlistEngine();
    const door = await open(engine);
    const can = await probe(door, engine).catch(() => false);
    await door.close();
    cells.push(can ? 'yes' : 'no');
  }
  return `| ${[what, ...cells].join(' | ')} |`;
}

it('what a door cannot do is what the page says', async () => {
  const rows: string[] = [];
  for (const probe of Object.entries(PROBES)) rows.push(await toRow(probe));
  const names = Object.keys(doors);
  const table = [`| | ${names.join(' | ')} |`, `| --- |${' --- |'.repeat(names.length)}`, ...rows].join('\n');
  const page = await readFile(new URL('../../../docs/ways-in.md', import.meta.url), 'utf8');
  expect(page).toContain(table);
});
