import type { JsonObject } from '../../../engine/json.ts';
import type { CompanyName, UserName } from '../intent.ts';
import { type Applied, toCreated, toDeleted, toEdited, toIgnored } from './applied.ts';
import type { Edit } from './edits.ts';
import { mergeProperties, withoutNulls } from './properties.ts';
import { type CompanyRecord, keyOfUser, type RelationshipRecord, type UserRecord } from './records.ts';
import { renderRelationship } from './render.ts';
import { noteGone, noteUnsaved } from './unsaved.ts';
import { takeOrder, type World } from './world.ts';

function keyOf(user: UserRecord, company: CompanyRecord): string {
  return `${keyOfUser(user)}/${company.identifier}`;
}

/** Creates the relationship of two records, or merges properties into the one there is. */
export function applyRelationship(
  world: World,
  user: UserRecord,
  company: CompanyRecord,
  properties: JsonObject | undefined,
): Applied {
  const key = keyOf(user, company);
  const known = user.relationships?.get(company);
  if (known !== undefined) {
    const edits: Edit[] = [];
    if (properties !== undefined) mergeProperties(known.properties, properties, edits);
    if (edits.length > 0) noteUnsaved(world, 'relationship', known);
    return toEdited(key, edits);
  }
  if (properties !== undefined) withoutNulls(properties);
  const relationship: RelationshipRecord = {
    order: takeOrder(world),
    user,
    company,
    properties: properties ?? {},
  };
  user.relationships ??= new Map();
  user.relationships.set(company, relationship);
  company.relationships ??= new Map();
  company.relationships.set(user, relationship);
  world.relationshipCount += 1;
  noteUnsaved(world, 'relationship', relationship);
  return toCreated(key, 0);
}

/** Deletes a relationship and leaves both ends; an unknown one is accepted and ignored. [documented] / [client] */
export function deleteRelationship(
  world: World,
  user: UserRecord | null,
  company: CompanyRecord | null,
  names: { readonly user: UserName; readonly company: CompanyName },
): Applied {
  const relationship = user === null || company === null ? undefined : user.relationships?.get(company);
  if (user === null || company === null || relationship === undefined) {
    const [near, far] = [names.user.identifier ?? names.user.email, names.company.identifier];
    return toIgnored(`${near ?? names.user.aliases[0] ?? ''}/${far ?? names.company.aliases[0] ?? ''}`);
  }
  const gone = renderRelationship(relationship);
  unrelate(world, relationship);
  return toDeleted(keyOf(user, company), gone);
}

/** Takes away all relationships of a user. */
export function unrelateUser(world: World, user: UserRecord): void {
  for (const relationship of user.relationships?.values() ?? []) unrelate(world, relationship);
}

/** Takes away all relationships of a company. */
export function unrelateCompany(world: World, company: CompanyRecord): void {
  for (const relationship of company.relationships?.values() ?? []) unrelate(world, relationship);
}

function unrelate(world: World, relationship: RelationshipRecord): void {
  const { user, company } = relationship;
  user.relationships?.delete(company);
  company.relationships?.delete(user);
  world.relationshipCount -= 1;
  noteGone(world, relationship);
}
