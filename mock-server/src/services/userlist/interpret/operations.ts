import type { Contract, ObjectSchema, OperationId } from '@understudy/openapi/contract';
import type { Intent } from '../intent.ts';
import { below, isObject, type JsonObject } from '../json.ts';
import { toSnakeCase } from '../snake-case.ts';
import { toText, toUserName, toCompanyName } from './names.ts';
import { type Reader } from './reader.ts';
import { addCompany, addUser, toProperties } from './users-and-companies.ts';

/** What is special about reading the payload of one operation. */
export type Interpreter = (reader: Reader, payload: JsonObject, how: Interpreting) => void;

export type Interpreting = {
  readonly contract: Contract;
  /** The name an event is stored under. */
  readonly toName: (text: string) => string;
  readonly nextId: (kind: string) => string;
};

/** How each operation reads its payload; an operation in the contract without a row does not compile. */
export const interpreters = {
  pushUser: (reader, payload) => {
    addUser(reader, payload, '');
  },
  deleteUser: (reader, payload) => {
    const name = toUserName(payload);
    noteIgnoredByDeletion(reader, payload, 'UserIdentity', 'UserAttributes', '');
    if (name !== null) reader.add({ kind: 'delete-user', name });
  },
  pushCompany: (reader, payload) => {
    addCompany(reader, payload, '');
  },
  deleteCompany: (reader, payload) => {
    const name = toCompanyName(payload);
    noteIgnoredByDeletion(reader, payload, 'CompanyIdentity', 'CompanyAttributes', '');
    if (name !== null) reader.add({ kind: 'delete-company', name });
  },
  pushRelationship: (reader, payload) => {
    reader.noteUnknown(payload, 'Relationship', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    const properties = toProperties(reader, payload, '');
    if (user === null || company === null) return;
    reader.add({ kind: 'relationship', user, company, ...(properties === undefined ? {} : { properties }) });
  },
  deleteRelationship: (reader, payload) => {
    const [user, company] = [toUserName(payload.user), toCompanyName(payload.company)];
    noteIgnoredByDeletion(reader, payload, 'RelationshipDeletion', 'Relationship', '');
    noteIgnoredByDeletion(reader, payload.user, 'UserIdentity', 'UserAttributes', '/user');
    noteIgnoredByDeletion(reader, payload.company, 'CompanyIdentity', 'CompanyAttributes', '/company');
    if (user !== null && company !== null) reader.add({ kind: 'delete-relationship', user, company });
  },
  pushEvent: (reader, payload, { toName }) => {
    reader.noteUnknown(payload, 'Event', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    const name = toText(payload.name);
    if (name === null) return;
    if (reader.isNoting) noteEventName(reader, name, toName(name));
    const properties = toProperties(reader, payload, '') ?? {};
    reader.add({ kind: 'event', name: toName(name), user, company, occurredAt: toOccurredAt(reader, payload), properties });
  },
  pushMessage: (reader, payload, { contract, nextId }) => {
    reader.noteUnknown(payload, 'Message', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    if (isObject(payload.properties)) reader.noteProperties(payload.properties, '/properties');
    if (reader.isNoting) noteMessage(reader, payload);
    const attributes: JsonObject = {};
    for (const name of contract.attributes.Message) {
      if (payload[name] !== undefined && name !== 'user' && name !== 'company') attributes[name] = payload[name];
    }
    reader.add({ kind: 'message', id: nextId('msg'), user, company, attributes });
  },
} satisfies Record<OperationId, Interpreter>;

export function interpret(operation: OperationId, reader: Reader, payload: JsonObject, how: Interpreting): readonly Intent[] {
  const interpreter: Interpreter = interpreters[operation];
  interpreter(reader, payload, how);
  return reader.intents;
}

/** [client] `occurred_at` wins over the spelling that the official Ruby and Python clients used for years. */
function toOccurredAt(reader: Reader, payload: JsonObject): string | null {
  const right = reader.timestamp(payload, 'occurred_at', '');
  const wrong = reader.timestamp(payload, 'occured_at', '');
  if (typeof right === 'string' && typeof wrong === 'string' && right !== wrong) {
    reader.note('contradicting-spelling', '/occured_at', `occured_at is ${wrong} and occurred_at is ${right}; occurred_at wins.`);
  }
  return right ?? wrong ?? null;
}

function noteEventName(reader: Reader, sent: string, stored: string): void {
  if (stored !== sent) reader.note('renamed-key', '/name', `The event "${sent}" is stored as "${stored}".`);
  else if (toSnakeCase(sent) === '') {
    reader.note('unnormalizable-key', '/name', `The event name "${sent}" has no Latin letter or digit, so it is stored as it is.`);
  }
}

const EMAIL_ONLY = ['from', 'reply_to', 'preheader'];

function noteMessage(reader: Reader, payload: JsonObject): void {
  if (payload.channel === 'web') {
    for (const name of EMAIL_ONLY) {
      if (payload[name] === undefined || payload[name] === null) continue;
      reader.note('email-only-attribute', below('', name), `${name} means nothing on the web channel and is ignored.`);
    }
  }
  if (!isObject(payload.body)) return;
  reader.noteUnknown(payload.body, 'MessageBody', '/body');
  const { content } = payload.body;
  for (const [index, part] of Array.isArray(content) ? content.entries() : []) {
    if (isObject(part)) reader.noteUnknown(part, 'MessagePart', below('/body/content', index));
  }
  if (content === '' || (Array.isArray(content) && content.length === 0)) {
    reader.note('empty-message', '/body/content', 'The message has no content and would arrive empty.');
  }
}

/** [client] The Rails gem sends whole records to delete them; only the identifying attributes count. */
function noteIgnoredByDeletion(
  reader: Reader,
  sent: unknown,
  identity: ObjectSchema,
  whole: ObjectSchema,
  pointer: string,
): void {
  if (!reader.isNoting || !isObject(sent)) return;
  const ignored = reader.known(whole).filter((name) => sent[name] !== undefined && !reader.known(identity).includes(name));
  if (ignored.length > 0) {
    reader.note('delete-ignored-attributes', pointer, `A delete looks at identifying attributes only; ignored: ${ignored.join(', ')}.`);
  }
  reader.noteUnknown(sent, whole, pointer);
}
