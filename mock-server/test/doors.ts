import type { DoorName, OpenDoor, WireDoor } from './doors/door.ts';
import { openEngineDoor } from './doors/engine-door.ts';
import { openFetchDoor, openMswDoor } from './doors/fetch-door.ts';
import { openInjectDoor } from './doors/inject-door.ts';
import { openInterceptDoor } from './doors/intercept-door.ts';
import { openSocketDoor } from './doors/socket-door.ts';
import { openTlsDoor } from './doors/tls-door.ts';

export type { Door, DoorName, Reply, Sent } from './doors/door.ts';
export { toCall } from './doors/engine-door.ts';

export type WireDoorName = 'socket' | 'tls' | 'intercept';

/** Those at which bytes come in. */
export const wireDoors: Readonly<Record<WireDoorName, OpenDoor<WireDoor>>> = {
  socket: openSocketDoor,
  tls: openTlsDoor,
  intercept: openInterceptDoor,
};

/** Every way from a sender to an engine, by name; the same behaviour is expected of each. */
export const doors: Readonly<Record<DoorName, OpenDoor>> = {
  engine: openEngineDoor,
  fetch: openFetchDoor,
  msw: openMswDoor,
  inject: openInjectDoor,
  ...wireDoors,
};

export const doorNames = Object.keys(doors) as DoorName[];
