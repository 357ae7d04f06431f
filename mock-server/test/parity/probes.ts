import { setImmediate as turn } from 'node:timers/promises';
import type { Exchange, FaultEffect, UserlistEngine } from '../../src/index.ts';
import { BrokenReply } from '../doors/broken-reply.ts';
import type { Door, Reply, Sent, WireDoor } from '../doors/door.ts';
import { EXPECTANT_HEAD, GOOD, POST } from '../fronts/open-fronts.ts';
import { until, untilSettled } from '../fronts/until.ts';
import type { AbilityName } from './abilities.ts';

/** Asks a door for an ability; says `yes`, or what it did instead. */
export type Probe = (door: Door | WireDoor, engine: UserlistEngine) => Promise<string>;

const BODY = new TextEncoder().encode('{"identifier":"ann"}');
const HEADERS = [
  ['Authorization', 'Push k'],
  ['Content-Type', 'application/json'],
] as const;
const PUSH: Sent = { method: 'POST', target: '/users', headers: HEADERS, body: BODY };

const push = (door: Door, change: Partial<Sent> = {}): Promise<Reply> => door.send({ ...PUSH, ...change });

/** What somebody sees who sends a request: the answer, what came of it, or null. */
const seen = (door: Door, change: Partial<Sent> = {}): Promise<Reply | BrokenReply | null> =>
  push(door, change).catch((error: unknown) => (error instanceof BrokenReply ? error : null));

const last = (engine: UserlistEngine): Exchange | undefined => [...engine.journal.entries()].at(-1);

/** What the journal has of a request, told by one who looks; null where it has nothing. */
const journaled =
  (change: Partial<Sent>, tell: (exchange: Exchange, reply: Reply | BrokenReply | null) => string): Probe =>
  async (door, engine) => {
    const reply = await seen(door, change);
    const exchange = last(engine);
    return exchange === undefined ? 'cannot be sent' : tell(exchange, reply);
  };

/** What is seen of an answer to which something is done. */
const treated =
  (effect: FaultEffect, tell: (reply: Reply | BrokenReply | null) => string): Probe =>
  async (door, engine) => {
    engine.faults.arm({ effect });
    return tell(await seen(door));
  };

/** What came of the text `abcdef`, of which some was to come. */
function brokenOff(some: string): (reply: Reply | BrokenReply | null) => string {
  return (reply) => {
    if (reply instanceof BrokenReply) return reply.reply.body === some ? 'yes' : 'gives something else';
    return reply === null ? 'gives nothing' : reply.body === 'abcdef' ? 'gives all of it' : 'gives a part';
  };
}

/** What an answer has of body, behind what it has promised. */
function promised(reply: Reply | BrokenReply | null): string {
  if (reply === null || reply instanceof BrokenReply) return 'fails';
  return `${reply.headers['content-length']}: ${reply.body}`;
}

/** The same of the bytes that come, whatever a client makes of them. */
async function received(door: WireDoor): Promise<string> {
  const client = await door.dial();
  client.say(POST);
  await client.untilClosed();
  const [head = '', body] = client.received.split('\r\n\r\n');
  return `${/^content-length: (\d+)$/im.exec(head)?.[1]}: ${body}`;
}

/** What it means that so much came of the text `four`. */
function toMeaning(text: string): string {
  const meanings: Readonly<Record<string, string>> = {
    '2: four': 'yes',
    '2: fo': 'cuts it off',
    '4: four': 'promises what it has',
    '100: four': 'gives what it has',
  };
  return meanings[text] ?? text;
}

function causeOf(failure: unknown): unknown {
  return failure instanceof Error ? failure.cause : null;
}

export const probes: Readonly<Record<AbilityName, Probe>> = {
  spelling: journaled({ headers: [...HEADERS, ['X-Trace', '1']] }, ({ rawHeaders }) =>
    rawHeaders.includes('X-Trace') ? 'yes' : rawHeaders.includes('x-trace') ? 'in lower case' : 'not at all',
  ),

  repeated: async (door, engine) => {
    await push(door, { headers: [...HEADERS, ['Authorization', 'Push second']] });
    const { account } = last(engine) ?? {};
    if (account === engine.accounts.handleOf('k')) return 'yes';
    return account === engine.accounts.handleOf('k, Push second') ? 'both as one' : `${account}`;
  },

  host: journaled({ host: 'Userlist.TEST:80' }, ({ host }) =>
    host === 'Userlist.TEST:80' ? 'yes' : host === 'userlist.test' ? 'as URLs have it' : host,
  ),

  target: journaled({ target: '/a/../users' }, ({ target }) =>
    target === '/a/../users' ? 'yes' : target === '/users' ? 'resolves it' : target,
  ),

  absolute: journaled({ target: 'http://other.test/users' }, ({ target, host }) => {
    if (target === 'http://other.test/users') return 'takes it for a path';
    if (target !== '/users') return target;
    return host === 'other.test' ? 'yes' : 'loses its host';
  }),

  bodyOfGet: journaled({ method: 'GET' }, ({ size }) => (size === BODY.byteLength ? 'yes' : `${size}`)),

  // What MSW lets pass goes to the network, where this host is not.
  anyMethod: async (door, engine) => {
    const failure = await push(door, { method: 'FOO' }).catch((error: unknown) => error);
    const { status, method } = last(engine) ?? {};
    if (status === undefined)
      return `${causeOf(failure)}`.includes('ENOTFOUND') ? 'lets them out to the network' : 'cannot be sent';
    return status === 404 && method === 'FOO' ? 'yes' : `answers ${status}`;
  },

  longHead: journaled({ headers: [...HEADERS, ['X-Long', 'x'.repeat(20_000)]] }, ({ status }) =>
    status === 202 ? 'yes' : `answers ${status}`,
  ),

  longHeadTarget: journaled({ headers: [...HEADERS, ['X-Long', 'x'.repeat(20_000)]] }, ({ target }) =>
    target === '/users' ? 'yes' : target === '' ? 'cannot tell it' : target,
  ),

  continue: async (door) => {
    if (!('dial' in door)) return 'no';
    const client = await door.dial();
    client.say(EXPECTANT_HEAD);
    await client.answers(1);
    client.say(GOOD);
    const statuses = (await client.answers(2)).map(({ status }) => status);
    client.socket.destroy();
    return `${statuses}` === '100,202' ? 'yes' : `${statuses}`;
  },

  brokenRequest: async (door, engine) => {
    const isAnswered = (await seen(door, { comes: 'broken off' })) !== null;
    if (isAnswered) return 'answers it';
    for (let turns = 0; turns < 100 && engine.journal.size === 0; turns += 1) await turn();
    return last(engine)?.complete === false ? 'yes' : 'does not see it';
  },

  noReason: async (door, engine) => {
    engine.faults.arm({ effect: { status: 599 } });
    const { reason } = await push(door);
    return reason === '' ? 'yes' : `says \`${reason}\`, or its own`;
  },

  late: async (door, engine) => {
    engine.faults.arm({ times: 1, effect: { hold: true } });
    let isOver = false;
    const pushed = seen(door).then(() => {
      isOver = true;
    });
    await until(() => engine.journal.size === 1);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    const waited = !isOver;
    engine.faults.clear({});
    await pushed;
    await untilSettled(engine);
    return waited ? 'yes' : 'answers at once';
  },

  cut: treated({ status: 503, body: 'abcdef', truncate_at: 3 }, brokenOff('abc')),

  cutAtOnce: treated({ status: 503, body: 'abcdef', truncate_at: 0 }, brokenOff('')),

  more: treated({ status: 503, body: 'four', content_length: 100 }, (reply) => {
    if (reply instanceof BrokenReply) return reply.reply.body === 'four' ? 'yes' : 'gives something else';
    return toMeaning(promised(reply));
  }),

  less: async (door, engine) => {
    engine.faults.arm({ effect: { status: 503, body: 'four', content_length: 2 } });
    return toMeaning('dial' in door ? await received(door) : promised(await seen(door)));
  },

  garbage: treated({ garbage: 'no HTTP' }, (reply) => (reply === null ? 'yes' : 'gives an answer')),
};
