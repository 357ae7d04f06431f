import type { UserlistEngine, UserlistEngineOptions } from '../../src/index.ts';
import type { RawConnection } from '../fronts/raw-connection.ts';

/** A request on its way to a door. */
export type Sent = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names and values, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The host it is meant for; one that is nobody's if absent. */
  readonly host?: string;
  /** How the body comes: at once, as it does if absent, in pieces and without a length, or only its first half. */
  readonly comes?: 'whole' | 'in pieces' | 'broken off';
  /** Whether its connection, if it has one, is closed behind it. */
  readonly isLast?: boolean;
};

/** What a door gave back, whole. */
export type Reply = {
  readonly status: number;
  readonly reason: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One way from a sender to an engine. */
export type Door = {
  send(request: Sent): Promise<Reply>;
  close(): Promise<void>;
};

/** A door at which bytes come in. */
export type WireDoor = Door & {
  /** A connection on which anything may be said, HTTP or not. */
  dial(): Promise<RawConnection>;
};

/** Whether what a fault delays comes when its time is over, as it does if absent, or at once. */
export type Delays = NonNullable<UserlistEngineOptions['delays']>;

/** Opens a door to an engine. */
export type OpenDoor<Opened extends Door = Door> = (
  engine: UserlistEngine,
  delays?: Delays,
) => Promise<Opened>;

export type DoorName = 'engine' | 'fetch' | 'msw' | 'inject' | 'socket' | 'tls' | 'intercept';

/** Where requests go that name no host; it is not one of the vendor's. */
export const ANY_HOST = 'userlist.test';

/** The pieces in which a body comes that is not sent at once: two, if it has as many bytes; the first may be its last. */
export function toPieces(body: Uint8Array): readonly Uint8Array[] {
  const middle = Math.floor(body.byteLength / 2);
  return [body.slice(0, middle), body.slice(middle)].filter(({ byteLength }) => byteLength > 0);
}
