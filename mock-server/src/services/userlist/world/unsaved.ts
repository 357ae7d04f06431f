import type { CompanyRecord, EventRecord, MessageRecord, RelationshipRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** What each kind of record is called where it is saved. */
type Kinds = {
  readonly user: UserRecord;
  readonly company: CompanyRecord;
  readonly relationship: RelationshipRecord;
  readonly event: EventRecord;
  readonly message: MessageRecord;
};

/** A record with its kind. */
export type Held = {
  [Kind in keyof Kinds]: { readonly kind: Kind; readonly record: Kinds[Kind] };
}[keyof Kinds];

/** What has changed since it was saved, by its order, which no other record of its world ever had; null is gone. */
export type Unsaved = Map<number, Held | null>;

/** Notes that a record is new or has changed; nothing in a world that is not saved. */
export function noteUnsaved<Kind extends keyof Kinds>(world: World, kind: Kind, record: Kinds[Kind]): void {
  if (world.unsaved !== null) world.unsaved.set(record.order, { kind, record } as Held);
}

/** Notes that a record is no more. */
export function noteGone(world: World, { order }: { readonly order: number }): void {
  if (world.unsaved !== null) world.unsaved.set(order, null);
}
