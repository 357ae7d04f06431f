import { METHODS } from 'node:http';
import { contract } from '@understudy/openapi/contract';
import type { FaultEffect } from '../../src/index.ts';
import { type DoorName, doorNames, type Sent } from '../doors.ts';

/** Something that not every door can do. */
export type Ability = {
  /** As the page has it. */
  readonly what: string;
  /** What the doors that cannot do it do instead, as the page has it. */
  readonly instead: Readonly<Partial<Record<DoorName, string>>>;
  /** Whether a request, with what is to be done to its answer, can only be compared where that is possible. */
  needs(sent: Sent, effect: FaultEffect | null): boolean;
};

const BODILESS_METHODS = ['GET', 'HEAD'];
/** Their values are no lists, so that Node takes the first where one comes twice. */
const SINGLE_HEADERS = ['authorization', 'content-type'];
const LONGEST_HEAD = 14_000;
/** Statuses for which the stand-in has a reason phrase. */
const WITH_REASON = [
  contract.accepted.status,
  ...Object.values(contract.refusals).map(({ status }) => status),
  ...Object.keys(contract.otherStatuses).map(Number),
];

/** What doors differ in. Doors that a row does not name can do what it says; a door whose row changes fails a test. */
export const abilities = {
  spelling: {
    what: 'journals header names as they were spelled',
    instead: { fetch: 'in lower case', msw: 'in lower case', inject: 'in lower case' },
    needs: () => false,
  },
  repeated: {
    what: 'takes the first of two `Authorization` headers',
    instead: { fetch: 'both as one', msw: 'both as one' },
    needs: ({ headers }) =>
      SINGLE_HEADERS.some((name) => headers.filter(([each]) => each.toLowerCase() === name).length > 1),
  },
  host: {
    what: 'journals the host as it was spelled',
    instead: { fetch: 'as URLs have it', msw: 'as URLs have it' },
    needs: ({ host }) => host !== undefined && new URL(`http://${host}`).host !== host,
  },
  target: {
    what: 'takes a path with `..` as it is',
    instead: { fetch: 'resolves it', msw: 'resolves it', inject: 'resolves it' },
    needs: ({ target }) => !isAsUrlsHaveIt(target),
  },
  absolute: {
    what: 'takes a whole URL for a target, as proxies are sent',
    instead: {
      engine: 'takes it for a path',
      fetch: 'cannot be sent',
      msw: 'cannot be sent',
      inject: 'loses its host',
    },
    needs: () => false,
  },
  bodyOfGet: {
    what: 'takes a GET with a body',
    instead: { fetch: 'cannot be sent', msw: 'cannot be sent' },
    needs: ({ method, body }) => BODILESS_METHODS.includes(method) && body.byteLength > 0,
  },
  anyMethod: {
    what: 'takes methods that Node does not know',
    instead: {
      msw: 'lets them out to the network',
      inject: 'cannot be sent',
      socket: 'answers 400',
      tls: 'answers 400',
      intercept: 'answers 400',
    },
    needs: ({ method }) => !METHODS.includes(method),
  },
  longHead: {
    what: 'takes a head of more than 16 KiB',
    instead: { socket: 'answers 431', tls: 'answers 431', intercept: 'answers 431' },
    needs: ({ method, target, headers }) =>
      [method, target, ...headers.flat()].join('').length + 4 * headers.length > LONGEST_HEAD,
  },
  longHeadTarget: {
    what: 'journals the path of a head of more than 16 KiB',
    instead: { tls: 'cannot tell it' },
    needs: () => false,
  },
  continue: {
    what: 'says `100 Continue` to who expects it',
    instead: { engine: 'no', fetch: 'no', msw: 'no', inject: 'no' },
    needs: () => false,
  },
  brokenRequest: {
    what: 'journals a request that breaks off',
    instead: { inject: 'does not see it' },
    needs: ({ comes }) => comes === 'broken off',
  },
  noReason: {
    what: 'has no reason phrase where the stand-in has none',
    instead: { msw: 'says `unknown`, or its own' },
    needs: (_, effect) => effect?.status !== undefined && !WITH_REASON.includes(effect.status),
  },
  late: {
    what: 'holds an answer back',
    instead: { engine: 'answers at once' },
    needs: () => false,
  },
  cut: {
    what: 'breaks an answer off',
    instead: { engine: 'gives all of it', inject: 'gives nothing' },
    needs: (_, effect) => effect?.truncate_at !== undefined,
  },
  cutAtOnce: {
    what: 'gives the head of an answer that breaks off behind it',
    instead: { engine: 'gives all of it', msw: 'gives nothing', inject: 'gives nothing' },
    needs: (_, effect) => effect?.truncate_at === 0,
  },
  more: {
    what: 'promises more than it sends',
    instead: { engine: 'promises what it has', inject: 'gives what it has' },
    needs: (_, effect) => effect?.content_length !== undefined,
  },
  less: {
    what: 'sends more than it promises',
    instead: { engine: 'promises what it has', fetch: 'cuts it off', msw: 'cuts it off' },
    needs: (_, effect) => effect?.content_length !== undefined,
  },
  garbage: {
    what: 'fails on what is no HTTP',
    instead: { engine: 'gives an answer' },
    needs: (_, effect) => effect?.garbage !== undefined && effect.garbage !== false,
  },
} satisfies Record<string, Ability>;

export type AbilityName = keyof typeof abilities;

export const abilityNames = Object.keys(abilities) as AbilityName[];

/** What a door does where an ability is asked for: `yes`, or what it does instead. */
export function cellOf(name: AbilityName, door: DoorName): string {
  const { instead }: Ability = abilities[name];
  return instead[door] ?? 'yes';
}

/** The doors that have all of some abilities. */
export function doorsThat(...names: readonly AbilityName[]): DoorName[] {
  return doorNames.filter((door) => names.every((name) => cellOf(name, door) === 'yes'));
}

/** Whether a URL with a target has just that for its path and query. */
function isAsUrlsHaveIt(target: string): boolean {
  const url = `http://host${target}`;
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}` === target;
}
