import type { OperationId } from '@understudy/openapi/contract';
import type { components } from '@understudy/openapi/control/types';
import type { PresetName } from '../engine/faults/presets.ts';
import type { UserlistFaultOrder } from './fault-order.ts';
import type { UserlistMatcher } from './matcher.ts';

type Schemas = components['schemas'];

/** A stand-in that tests share: all of it is asked over HTTP, wherever it runs. */
export type Userlist = UserlistScope & {
  /** Where to send requests, without a trailing slash. */
  readonly url: string;
  /** A push key that nobody has used. */
  pushKey(): string;
  /** The account of a push key, or a new one. */
  account(pushKey?: string): UserlistAccount;
  /**
   * Stops the stand-in if this started it. Rejects with a LeftoverError when requests came for accounts that had ended
   * or, where it is stopped, when it crashed.
   */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** One push key with all that belongs to it. */
export type UserlistAccount = UserlistScope & {
  /** Where to send its requests, without a trailing slash. */
  readonly url: string;
  readonly pushKey: string;
  users(filter?: StoredFilter): Promise<Schemas['StoredUser'][]>;
  companies(filter?: StoredFilter): Promise<Schemas['StoredCompany'][]>;
  relationships(filter?: StoredFilter): Promise<Schemas['StoredRelationship'][]>;
  events(filter?: StoredFilter): Promise<Schemas['StoredEvent'][]>;
  messages(filter?: StoredFilter): Promise<Schemas['StoredMessage'][]>;
  /** What applies to it, after the change if there is one: what is given replaces, null goes back to the default. */
  settings(change?: Schemas['SettingsChange']): Promise<Schemas['Settings']>;
  /** What it holds, its rate limit, settings and clock. */
  details(): Promise<Schemas['AccountDetails']>;
  /** How its client behaved. */
  conduct(): Promise<Schemas['Conduct']>;
  /**
   * Ends it with its test: its state, faults, clock and settings go, its exchanges stay. Rejects with a LeftoverError when
   * the stand-in crashed on one of its requests, or one of them is still in flight.
   */
  end(options?: EndOptions): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** What can be asked of all accounts, or of one. */
export type UserlistScope = UserlistExpectations & {
  readonly faults: UserlistFaults;
  readonly clock: UserlistClock;
  readonly journal: UserlistJournal;
  /** Forgets these parts; all but the settings, if none are named. */
  reset(parts?: readonly Schemas['ResetPart'][]): Promise<void>;
};

export type UserlistExpectations = {
  /** The first exchange that matches. Rejects with an ExpectationError when there is none. */
  expectExchange(matcher?: UserlistMatcher): Promise<Schemas['Exchange']>;
  /** Rejects with an ExpectationError when an exchange matches, or when one may have that had to make room. */
  expectNoExchange(matcher?: UserlistMatcher): Promise<void>;
  /** All exchanges that match, oldest first. Rejects with an ExpectationError when there are, or may be, more or fewer. */
  expectExactly(count: number, matcher?: UserlistMatcher): Promise<Schemas['Exchange'][]>;
  /**
   * The exchange that makes it as many as are waited for, those in the journal included. Rejects with an ExpectationError
   * when time is up, with its reason when the signal aborts.
   */
  waitForExchange(matcher?: UserlistMatcher, options?: WaitOptions): Promise<Schemas['Exchange']>;
};

export type WaitOptions = {
  /** How many have to match; 1 unless given. */
  readonly count?: number;
  /** After how many milliseconds of real time to give up; 5000 unless given. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};

export type UserlistFaults = {
  /** Makes requests fail, by an order or by the name of a preset; what is armed now by it. */
  arm(order: UserlistFaultOrder | PresetName): Promise<Schemas['FaultList']>;
  /** Those armed or used up, with their counters. */
  list(): Promise<Schemas['Fault'][]>;
  /** Clears the fault of a name, or all of them with what they hold and their timelines; how many there were. */
  clear(name?: string): Promise<number>;
};

/** Each way to move it resolves with the time that it is then. */
export type UserlistClock = {
  now(): Promise<Date>;
  /** Stops it, at a time if one is given. */
  freeze(at?: Date | string): Promise<Date>;
  set(time: Date | string): Promise<Date>;
  /** Milliseconds forward, or to where the next request passes the rate limit. */
  advance(by: number | 'next-window'): Promise<Date>;
  /** Goes with the system's time again. */
  run(): Promise<Date>;
};

export type UserlistJournal = {
  /** Oldest first. */
  exchanges(filter?: ExchangeFilter): Promise<Schemas['Exchange'][]>;
};

/** What is absent is not looked at. */
export type ExchangeFilter = {
  readonly operation?: OperationId;
  readonly status?: number;
  /** The code of a diagnostic that it has. */
  readonly diagnostic?: UserlistMatcher['diagnostic'] & string;
  /** The id of an exchange; only later ones. */
  readonly since?: string;
};

/** What is absent is not looked at. */
export type StoredFilter = {
  readonly identifier?: string;
  readonly email?: string;
  readonly name?: string;
};

export type EndOptions = {
  /** Whether a fault of this account that never fired is a failure; it is not unless it says so. */
  readonly unusedFaults?: 'fail' | 'ignore';
  /** What a later complaint calls the test, should requests still come. */
  readonly name?: string;
};
