// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

import { z } from 'zod';
import type { components } from './accepted.ts';

type Accepted = components['schemas'];

const anything = z.unknown();

/** Every schema must accept; zod's own intersection would merge outputs, which recursive loose objects do not survive. */
function every(...schemas: z.ZodType[]): z.ZodType {
  return anything.superRefine((value, context) => {
    for (const schema of schemas) relay(schema, value, context);
  });
}

function branch(condition: z.ZodType, then: z.ZodType, otherwise: z.ZodType): z.ZodType {
  return anything.superRefine((value, context) => relay(condition.safeParse(value).success ? then : otherwise, value, context));
}

function relay(schema: z.ZodType, value: unknown, context: z.RefinementCtx): void {
  const result = schema.safeParse(value);
  if (!result.success) {
    for (const { message, path } of result.error.issues) context.addIssue({ code: 'custom', message, path: [...path] });
  }
}

function never(schema: z.ZodType): z.ZodType {
  return anything.refine((value) => !schema.safeParse(value).success, 'must not match');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Applies a schema to values of one kind and lets every other kind through, as JSON Schema's keywords do. */
function where(applies: (value: unknown) => boolean, schema: z.ZodType): z.ZodType {
  return anything.superRefine((value, context) => {
    if (applies(value)) relay(schema, value, context);
  });
}

function present(schema: z.ZodType): z.ZodType {
  return schema.refine((value) => value !== undefined, 'is required');
}

function has(schema: z.ZodType): (values: unknown[]) => boolean {
  return (values) => values.some((value) => schema.safeParse(value).success);
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const counts = (least: number, most: number) => (value: Record<string, unknown>) => {
  const count = Object.keys(value).length;
  return count >= least && count <= most;
};

export const User: z.ZodType<Accepted['User']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), NamesUser, UserAttributes)) as z.ZodType<Accepted['User']>;

export const UserAttributes: z.ZodType<Accepted['UserAttributes']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": Identifier.optional(), "email": Email.optional(), "identifiers": Identifiers.optional(), "signed_up_at": Timestamp.optional(), "last_seen_at": Timestamp.optional(), "properties": Properties.optional(), "relationships": every(where(Array.isArray, z.array(UserRelationship)), z.union([z.array(anything), z.null()])).optional(), "company": CompanyReference.optional(), "companies": every(where(Array.isArray, z.array(CompanyReference)), z.union([z.array(anything), z.null()])).optional(), "preferences": every(where(Array.isArray, z.array(Preference)), z.union([z.array(anything), z.null()])).optional() })))) as z.ZodType<Accepted['UserAttributes']>;

export const UserRelationship: z.ZodType<Accepted['UserRelationship']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "company": CompanyReference.optional(), "user": UserReference.optional(), "properties": Properties.optional() })), where(isObject, z.looseObject({ "company": present(GivenCompany) })))) as z.ZodType<Accepted['UserRelationship']>;

export const UserReference: z.ZodType<Accepted['UserReference']> = z.lazy(() => every(z.union([z.union([z.string(), z.number(), z.custom(isObject, 'must be an object')]), z.null()]), branch(every(z.custom(isObject, 'must be an object'), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity)))), every(NamesUser, UserAttributes), anything))) as z.ZodType<Accepted['UserReference']>;

export const UserDeletion: z.ZodType<Accepted['UserDeletion']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), NamesUser, UserIdentity)) as z.ZodType<Accepted['UserDeletion']>;

export const UserMention: z.ZodType<Accepted['UserMention']> = z.lazy(() => every(z.union([z.union([z.string(), z.number(), z.custom(isObject, 'must be an object')]), z.null()]), branch(every(z.custom(isObject, 'must be an object'), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity)))), every(NamesUser, UserIdentity), anything))) as z.ZodType<Accepted['UserMention']>;

export const UserIdentity: z.ZodType<Accepted['UserIdentity']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": Identifier.optional(), "email": Email.optional(), "identifiers": Identifiers.optional() })))) as z.ZodType<Accepted['UserIdentity']>;

export const NamesUser: z.ZodType<Accepted['NamesUser']> = z.lazy(() => z.union([every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": present(GivenIdentifier) }))), every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "email": present(GivenText) }))), every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifiers": present(NamesCustom) })))])) as z.ZodType<Accepted['NamesUser']>;

export const Company: z.ZodType<Accepted['Company']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), NamesCompany, CompanyAttributes)) as z.ZodType<Accepted['Company']>;

export const CompanyAttributes: z.ZodType<Accepted['CompanyAttributes']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": Identifier.optional(), "identifiers": Identifiers.optional(), "name": z.union([z.string(), z.null()]).optional(), "signed_up_at": Timestamp.optional(), "last_seen_at": Timestamp.optional(), "properties": Properties.optional(), "relationships": every(where(Array.isArray, z.array(CompanyRelationship)), z.union([z.array(anything), z.null()])).optional(), "user": UserReference.optional(), "users": every(where(Array.isArray, z.array(UserReference)), z.union([z.array(anything), z.null()])).optional() })))) as z.ZodType<Accepted['CompanyAttributes']>;

export const CompanyRelationship: z.ZodType<Accepted['CompanyRelationship']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": UserReference.optional(), "company": CompanyReference.optional(), "properties": Properties.optional() })), where(isObject, z.looseObject({ "user": present(GivenUser) })))) as z.ZodType<Accepted['CompanyRelationship']>;

export const CompanyReference: z.ZodType<Accepted['CompanyReference']> = z.lazy(() => every(z.union([z.union([z.string(), z.number(), z.custom(isObject, 'must be an object')]), z.null()]), branch(every(z.custom(isObject, 'must be an object'), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity)))), every(NamesCompany, CompanyAttributes), anything))) as z.ZodType<Accepted['CompanyReference']>;

export const CompanyDeletion: z.ZodType<Accepted['CompanyDeletion']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), NamesCompany, CompanyIdentity)) as z.ZodType<Accepted['CompanyDeletion']>;

export const CompanyMention: z.ZodType<Accepted['CompanyMention']> = z.lazy(() => every(z.union([z.union([z.string(), z.number(), z.custom(isObject, 'must be an object')]), z.null()]), branch(every(z.custom(isObject, 'must be an object'), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity)))), every(NamesCompany, CompanyIdentity), anything))) as z.ZodType<Accepted['CompanyMention']>;

export const CompanyIdentity: z.ZodType<Accepted['CompanyIdentity']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": Identifier.optional(), "identifiers": Identifiers.optional() })))) as z.ZodType<Accepted['CompanyIdentity']>;

export const NamesCompany: z.ZodType<Accepted['NamesCompany']> = z.lazy(() => z.union([every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifier": present(GivenIdentifier) }))), every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "identifiers": present(NamesCustom) })))])) as z.ZodType<Accepted['NamesCompany']>;

export const Relationship: z.ZodType<Accepted['Relationship']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": UserReference.optional(), "company": CompanyReference.optional(), "properties": Properties.optional() })), where(isObject, z.looseObject({ "user": present(GivenUser) })), where(isObject, z.looseObject({ "company": present(GivenCompany) })))) as z.ZodType<Accepted['Relationship']>;

export const RelationshipDeletion: z.ZodType<Accepted['RelationshipDeletion']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": UserMention.optional(), "company": CompanyMention.optional() })), where(isObject, z.looseObject({ "user": present(GivenUser) })), where(isObject, z.looseObject({ "company": present(GivenCompany) })))) as z.ZodType<Accepted['RelationshipDeletion']>;

export const Event: z.ZodType<Accepted['Event']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": UserReference.optional(), "company": CompanyReference.optional(), "name": Text.optional(), "occurred_at": Timestamp.optional(), "occured_at": Timestamp.optional(), "properties": Properties.optional() })), z.union([every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": present(GivenUser) }))), every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "company": present(GivenCompany) })))]), where(isObject, z.looseObject({ "name": present(GivenText) })))) as z.ZodType<Accepted['Event']>;

export const Message: z.ZodType<Accepted['Message']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "user": UserReference.optional(), "company": CompanyReference.optional(), "template": Text.optional(), "properties": Properties.optional(), "channel": Channel.optional(), "to": Mailboxes.optional(), "from": Mailboxes.optional(), "reply_to": Mailboxes.optional(), "subject": Text.optional(), "preheader": Text.optional(), "body": MessageBody.optional(), "sender": Text.optional(), "theme": Theme.optional(), "topic": Text.optional() })), branch(where(isObject, z.looseObject({ "channel": present(z.literal("web")) })), every(where(isObject, z.looseObject({ "user": present(GivenUser) })), NamesInAccount, never(where(isObject, z.looseObject({ "to": present(GivenRecipient) })))), every(z.union([where(isObject, z.looseObject({ "user": present(GivenUser) })), where(isObject, z.looseObject({ "to": present(GivenRecipient) }))]), NamesInAccount)), branch(where(isObject, z.looseObject({ "template": present(GivenText) })), anything, every(where(isObject, z.looseObject({ "subject": present(GivenText) })), where(isObject, z.looseObject({ "body": present(GivenBody) })))))) as z.ZodType<Accepted['Message']>;

export const NamesInAccount: z.ZodType<Accepted['NamesInAccount']> = z.lazy(() => every(where(isObject, z.looseObject({ "template": anything.optional() })), where(isObject, z.looseObject({ "sender": anything.optional() })), where(isObject, z.looseObject({ "theme": anything.optional() })), where(isObject, z.looseObject({ "topic": anything.optional() })))) as z.ZodType<Accepted['NamesInAccount']>;

export const MessageBody: z.ZodType<Accepted['MessageBody']> = z.lazy(() => every(z.union([z.custom(isObject, 'must be an object'), z.null()]), branch(every(z.custom(isObject, 'must be an object'), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity)))), every(where(isObject, z.looseObject({ "type": present(z.literal(["html","text","multipart"])) })), branch(where(isObject, z.looseObject({ "type": present(z.literal("multipart")) })), where(isObject, z.looseObject({ "content": present(every(z.array(anything), where(Array.isArray, z.array(MessagePart)))) })), branch(where(isObject, z.looseObject({ "type": present(z.literal(["html","text"])) })), where(isObject, z.looseObject({ "content": present(z.string()) })), anything))), anything))) as z.ZodType<Accepted['MessageBody']>;

export const MessagePart: z.ZodType<Accepted['MessagePart']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "type": present(every(z.string(), z.literal(["html","text"]))), "content": present(z.string()) })))) as z.ZodType<Accepted['MessagePart']>;

export const Channel: z.ZodType<Accepted['Channel']> = z.lazy(() => z.union([every(z.string(), z.literal(["email","web"])), z.null()])) as z.ZodType<Accepted['Channel']>;

export const Theme: z.ZodType<Accepted['Theme']> = z.lazy(() => z.union([z.string(), z.literal(false), z.null()])) as z.ZodType<Accepted['Theme']>;

export const Preference: z.ZodType<Accepted['Preference']> = z.lazy(() => every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "topic": present(every(z.string(), where(isText, z.string().regex(/\S/u)))) })), where(isObject, z.looseObject({ "subscribed": present(z.boolean()) })))) as z.ZodType<Accepted['Preference']>;

export const Properties: z.ZodType<Accepted['Properties']> = z.lazy(() => z.union([z.custom(isObject, 'must be an object'), every(z.union([z.array(anything), z.null()]), where(Array.isArray, z.array(anything).max(0)))])) as z.ZodType<Accepted['Properties']>;

export const Identifier: z.ZodType<Accepted['Identifier']> = z.lazy(() => z.union([z.union([z.string(), z.number()]), z.null()])) as z.ZodType<Accepted['Identifier']>;

export const Identifiers: z.ZodType<Accepted['Identifiers']> = z.lazy(() => every(z.union([z.array(anything), z.null()]), where(Array.isArray, z.array(every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "scope": z.union([z.string(), z.null()]).optional(), "identifier": Identifier.optional() }))))))) as z.ZodType<Accepted['Identifiers']>;

export const NamesCustom: z.ZodType<Accepted['NamesCustom']> = z.lazy(() => every(z.array(anything), where(Array.isArray, z.array(anything).refine(has(every(z.custom(isObject, 'must be an object'), where(isObject, z.looseObject({ "scope": present(z.literal("custom")), "identifier": present(GivenIdentifier) })))))))) as z.ZodType<Accepted['NamesCustom']>;

export const Email: z.ZodType<Accepted['Email']> = z.lazy(() => z.union([z.string(), z.null()])) as z.ZodType<Accepted['Email']>;

export const Mailboxes: z.ZodType<Accepted['Mailboxes']> = z.lazy(() => every(where(Array.isArray, z.array(z.string())), z.union([z.string(), z.array(anything), z.null()]))) as z.ZodType<Accepted['Mailboxes']>;

export const Text: z.ZodType<Accepted['Text']> = z.lazy(() => z.union([z.string(), z.null()])) as z.ZodType<Accepted['Text']>;

export const Timestamp: z.ZodType<Accepted['Timestamp']> = z.lazy(() => anything) as z.ZodType<Accepted['Timestamp']>;

export const Given: z.ZodType<Accepted['Given']> = z.lazy(() => every(z.union([z.string(), z.number(), z.boolean(), z.custom(isObject, 'must be an object'), z.array(anything)]), where(isText, z.string().regex(/\S/u)), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity))))) as z.ZodType<Accepted['Given']>;

export const GivenUser: z.ZodType<Accepted['GivenUser']> = z.lazy(() => Given) as z.ZodType<Accepted['GivenUser']>;

export const GivenCompany: z.ZodType<Accepted['GivenCompany']> = z.lazy(() => Given) as z.ZodType<Accepted['GivenCompany']>;

export const GivenIdentifier: z.ZodType<Accepted['GivenIdentifier']> = z.lazy(() => every(z.union([z.string(), z.number(), z.boolean(), z.custom(isObject, 'must be an object'), z.array(anything)]), where(isText, z.string().regex(/\S/u)))) as z.ZodType<Accepted['GivenIdentifier']>;

export const GivenText: z.ZodType<Accepted['GivenText']> = z.lazy(() => every(z.union([z.string(), z.number(), z.boolean(), z.custom(isObject, 'must be an object'), z.array(anything)]), where(isText, z.string().regex(/\S/u)))) as z.ZodType<Accepted['GivenText']>;

export const GivenBody: z.ZodType<Accepted['GivenBody']> = z.lazy(() => every(z.union([z.string(), z.number(), z.boolean(), z.custom(isObject, 'must be an object'), z.array(anything)]), where(isObject, z.custom<Record<string, unknown>>(isObject).refine(counts(1, Infinity))))) as z.ZodType<Accepted['GivenBody']>;

export const GivenRecipient: z.ZodType<Accepted['GivenRecipient']> = z.lazy(() => every(z.union([z.string(), z.number(), z.boolean(), z.custom(isObject, 'must be an object'), z.array(anything)]), where(isText, z.string().regex(/\S/u)), where(Array.isArray, z.array(anything).refine(has(GivenText))))) as z.ZodType<Accepted['GivenRecipient']>;

