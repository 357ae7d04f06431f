import type { JsonObject } from '../../engine/json.ts';

/** What a payload says about who is meant. */
export type UserName = {
  readonly identifier: string | null;
  /** Identifiers of scope `custom`; [client] the Rails gem sends them for records it has lost. */
  readonly aliases: readonly string[];
  readonly email: string | null;
};

export type CompanyName = { readonly identifier: string | null; readonly aliases: readonly string[] };

/** Attributes to set: undefined leaves them, null removes. */
export type UserAttributes = {
  readonly email?: string | null;
  readonly signedUpAt?: string | null;
  readonly lastSeenAt?: string | null;
  readonly properties?: JsonObject;
  readonly preferences?: readonly Preference[];
};

export type Preference = { readonly topic: string; readonly subscribed: boolean };

export type CompanyAttributes = {
  readonly name?: string | null;
  readonly signedUpAt?: string | null;
  readonly lastSeenAt?: string | null;
  readonly properties?: JsonObject;
};

/** The place of an earlier intent of the same request that makes or finds the record meant. */
export type Slot = number;

/** One thing a request wants, read from its payload alone; the world is not looked at before it is applied. */
export type Intent =
  | { readonly kind: 'user'; readonly name: UserName; readonly attributes: UserAttributes }
  | { readonly kind: 'company'; readonly name: CompanyName; readonly attributes: CompanyAttributes }
  | {
      readonly kind: 'relationship';
      readonly user: Slot;
      readonly company: Slot;
      readonly properties?: JsonObject;
    }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly user: Slot | null;
      readonly company: Slot | null;
      /** Null when none was given, or none that can be read. */
      readonly occurredAt: string | null;
      readonly properties: JsonObject;
    }
  | {
      readonly kind: 'message';
      readonly id: string;
      readonly user: Slot | null;
      readonly company: Slot | null;
      readonly attributes: JsonObject;
    }
  | { readonly kind: 'delete-user'; readonly name: UserName }
  | { readonly kind: 'delete-company'; readonly name: CompanyName }
  | { readonly kind: 'delete-relationship'; readonly user: UserName; readonly company: CompanyName };

export type IntentKind = Intent['kind'];
