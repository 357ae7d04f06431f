import type { JsonObject } from '../../engine/json.ts';
import type { Moment } from './world/records.ts';

/** What is saved of a world as a whole stands under this number, which no record has. */
export const WORLD_ID = 0;

type Common = {
  readonly signedUpAt: Moment | null;
  readonly lastSeenAt: Moment | null;
  readonly properties: JsonObject;
};

/** What is saved of a record, as JSON; other records are named by their order. */
export type SavedValue =
  | { readonly kind: 'world'; readonly nextOrder: number }
  | (Common & {
      readonly kind: 'user';
      readonly identifier: string | null;
      readonly email: string | null;
      readonly preferences: readonly (readonly [topic: string, subscribed: boolean])[] | null;
    })
  | (Common & { readonly kind: 'company'; readonly identifier: string; readonly name: string | null })
  | {
      readonly kind: 'relationship';
      readonly user: number;
      readonly company: number;
      readonly properties: JsonObject;
    }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly user: number | null;
      readonly company: number | null;
      readonly occurredAt: Moment;
      readonly properties: JsonObject;
      readonly weight: number;
    }
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly user: number | null;
      /** With its identifier, since a message stays when its company is deleted. */
      readonly company: readonly [order: number, identifier: string] | null;
      readonly attributes: JsonObject;
      readonly weight: number;
    };
