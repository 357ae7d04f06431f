import type { Contract, ObjectSchema, PushOperationId } from '@understudy/openapi/contract';
import { below, isObject, type JsonObject } from '../../../engine/json.ts';
import type { Intent } from '../intent.ts';
import { toSnakeCase } from '../snake-case.ts';
import { toMs } from '../world/moments.ts';
import { toCompanyName, toText, toUserName } from './names.ts';
import { addIntent, noteProperties, noteUnknown, type Reader, readTime } from './reader.ts';
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
    if (name !== null) addIntent(reader, { kind: 'delete-user', name });
  },
  pushCompany: (reader, payload) => {
    addCompany(reader, payload, '');
  },
  deleteCompany: (reader, payload) => {
    const name = toCompanyName(payload);
    noteIgnoredByDeletion(reader, payload, 'CompanyIdentity', 'CompanyAttributes', '');
    if (name !== null) addIntent(reader, { kind: 'delete-company', name });
  },
  pushRelationship: (reader, payload) => {
    noteUnknown(reader, payload, 'Relationship', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    const properties = toProperties(reader, payload, '');
    if (user === null || company === null) return;
    addIntent(reader, {
      kind: 'relationship',
      user,
      company,
      ...(properties === undefined ? {} : { properties }),
    });
  },
  deleteRelationship: (reader, payload) => {
    const [user, company] = [toUserName(payload.user), toCompanyName(payload.company)];
    noteIgnoredByDeletion(reader, payload, 'RelationshipDeletion', 'Relationship', '');
    noteIgnoredByDeletion(reader, payload.user, 'UserIdentity', 'UserAttributes', '/user');
    noteIgnoredByDeletion(reader, payload.company, 'CompanyIdentity', 'CompanyAttributes', '/company');
    if (user !== null && company !== null) addIntent(reader, { kind: 'delete-relationship', user, company });
  },
  pushEvent: (reader, payload, { toName }) => {
    noteUnknown(reader, payload, 'Event', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    const name = toText(payload.name);
    if (name === null) return;
    if (reader.notes !== undefined) noteEventName(reader, name, toName(name));
    const properties = toProperties(reader, payload, '') ?? {};
    addIntent(reader, {
      kind: 'event',
      name: toName(name),
      user,
      company,
      occurredAt: toOccurredAt(reader, payload),
      properties,
    });
  },
  pushMessage: (reader, payload, { contract, nextId }) => {
    noteUnknown(reader, payload, 'Message', '');
    const user = addUser(reader, payload.user, '/user');
    const company = addCompany(reader, payload.company, '/company');
    if (isObject(payload.properties)) noteProperties(reader, payload.properties, '/properties');
    if (reader.notes !== undefined) noteMessage(reader, payload);
    const attributes: JsonObject = {};
    for (const name of contract.attributes.Message) {
      if (payload[name] !== undefined && name !== 'user' && name !== 'company')
        attributes[name] = payload[name];
    }
    addIntent(reader, { kind: 'message', id: nextId('msg'), user, company, attributes });
  },
} satisfies Record<PushOperationId, Interpreter>;

/** Reads a valid payload into what it wants, in the order in which that is to be applied; touches no world. */
export function interpret(
  operation: PushOperationId,
  reader: Reader,
  payload: JsonObject,
  how: Interpreting,
): readonly Intent[] {
  const interpreter: Interpreter = interpreters[operation];
  interpreter(reader, payload, how);
  return reader.intents;
}

/** [client] `occurred_at` wins over the spelling that the official Ruby and Python clients used for years. */
function toOccurredAt(reader: Reader, payload: JsonObject): string | null {
  const right = readTime(reader, payload, 'occurred_at', '');
  const wrong = readTime(reader, payload, 'occured_at', '');
  const isContradicted =
    typeof right === 'string' && typeof wrong === 'string' && toMs(right) !== toMs(wrong);
  if (isContradicted) {
    reader.notes?.add(
      'contradicting-spelling',
      '/occured_at',
      `occured_at is ${wrong} and occurred_at is ${right}; occurred_at wins.`,
    );
  }
  return right ?? wrong ?? null;
}

function noteEventName(reader: Reader, sent: string, stored: string): void {
  if (stored !== sent)
    reader.notes?.add('renamed-key', '/name', `The event "${sent}" is stored as "${stored}".`);
  else if (toSnakeCase(sent) === '') {
    reader.notes?.add(
      'unnormalizable-key',
      '/name',
      `The event name "${sent}" has no Latin letter or digit, so it is stored as it is.`,
    );
  }
}

function noteMessage(reader: Reader, payload: JsonObject): void {
  if (payload.channel === 'web') {
    for (const name of reader.contract.emailOnly) {
      if (payload[name] === undefined || payload[name] === null) continue;
      reader.notes?.add(
        'email-only-attribute',
        below('', name),
        `${name} means nothing on the web channel and is ignored.`,
      );
    }
  }
  if (!isObject(payload.body)) return;
  noteUnknown(reader, payload.body, 'MessageBody', '/body');
  const { content } = payload.body;
  for (const [index, part] of Array.isArray(content) ? content.entries() : []) {
    if (isObject(part)) noteUnknown(reader, part, 'MessagePart', below('/body/content', index));
  }
  if (content === '' || (Array.isArray(content) && content.length === 0)) {
    reader.notes?.add('empty-message', '/body/content', 'The message has no content and would arrive empty.');
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
  const { notes, contract } = reader;
  if (notes === undefined || !isObject(sent)) return;
  const { [whole]: known, [identity]: heeded } = contract.attributes;
  const ignored = known.filter((name) => sent[name] !== undefined && !heeded.includes(name));
  if (ignored.length > 0) {
    notes.add(
      'delete-ignored-attributes',
      pointer,
      `A delete looks at identifying attributes only; ignored: ${ignored.join(', ')}.`,
    );
  }
  noteUnknown(reader, sent, whole, pointer);
}
