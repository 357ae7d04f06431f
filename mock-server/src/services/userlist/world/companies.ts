import type { CompanyAttributes, CompanyName } from '../intent.ts';
import { forgetEvents } from './activity.ts';
import { type Applied, toCreated, toDeleted, toEdited, toIgnored } from './applied.ts';
import { type Edit, noteEdit } from './edits.ts';
import { noteMoment } from './moments.ts';
import { mergeProperties, withoutNulls } from './properties.ts';
import type { CompanyRecord } from './records.ts';
import { unrelateCompany } from './relationships.ts';
import { renderCompany } from './render.ts';
import { noteGone, noteUnsaved } from './unsaved.ts';
import { takeOrder, type World } from './world.ts';

/** Finds the company meant: by identifier, else by an identifier of scope `custom`. */
export function findCompany(world: World, name: CompanyName): CompanyRecord | null {
  const { identifier, aliases } = name;
  if (identifier !== null) return world.companies.get(identifier) ?? null;
  for (const alias of aliases) {
    const known = world.companies.get(alias);
    if (known !== undefined) return known;
  }
  return null;
}

/** Creates the company meant, or changes what is given of it. */
export function applyCompany(
  world: World,
  name: CompanyName,
  attributes: CompanyAttributes,
  now: number,
): [CompanyRecord, Applied] {
  const known = findCompany(world, name);
  return known === null
    ? createCompany(world, name, attributes, now)
    : updateCompany(world, known, attributes);
}

function createCompany(
  world: World,
  name: CompanyName,
  attributes: CompanyAttributes,
  now: number,
): [CompanyRecord, Applied] {
  const { properties } = attributes;
  if (properties !== undefined) withoutNulls(properties);
  const company: CompanyRecord = {
    order: takeOrder(world),
    identifier: name.identifier ?? name.aliases[0] ?? '',
    name: attributes.name ?? null,
    signedUpAt: attributes.signedUpAt === undefined ? now : attributes.signedUpAt,
    lastSeenAt: attributes.lastSeenAt ?? null,
    properties: properties ?? {},
    relationships: null,
  };
  world.companies.set(company.identifier, company);
  noteUnsaved(world, 'company', company);
  return [company, toCreated(company.identifier, now)];
}

function updateCompany(
  world: World,
  company: CompanyRecord,
  attributes: CompanyAttributes,
): [CompanyRecord, Applied] {
  const edits: Edit[] = [];
  const { name, signedUpAt, lastSeenAt, properties } = attributes;
  if (name !== undefined && noteEdit(edits, '/name', company.name, name)) company.name = name;
  if (signedUpAt !== undefined && noteMoment(edits, '/signed_up_at', company.signedUpAt, signedUpAt))
    company.signedUpAt = signedUpAt;
  if (lastSeenAt !== undefined && noteMoment(edits, '/last_seen_at', company.lastSeenAt, lastSeenAt))
    company.lastSeenAt = lastSeenAt;
  if (properties !== undefined) mergeProperties(company.properties, properties, edits);
  if (edits.length > 0) noteUnsaved(world, 'company', company);
  return [company, toEdited(company.identifier, edits)];
}

/** Deletes a company with relationships and events, never its users; an unknown one is accepted and ignored. [documented] / [client] */
export function deleteCompany(world: World, name: CompanyName): Applied {
  const company = findCompany(world, name);
  if (company === null) return toIgnored(name.identifier ?? name.aliases[0] ?? '');
  const gone = renderCompany(company);
  unrelateCompany(world, company);
  forgetEvents(world, (event) => event.company === company);
  world.companies.delete(company.identifier);
  noteGone(world, company);
  return toDeleted(company.identifier, gone);
}
