import type { PushOperationId } from '@understudy/openapi/contract';
import type { Exchange } from '../../engine/exchange.ts';
import type { Item } from '../../engine/item.ts';
import { isObject, type JsonObject } from '../../engine/json.ts';
import type { Rereading } from './explain.ts';
import { headersOf } from './headers-of.ts';
import { toCompanyName, toText, toUserName } from './interpret/names.ts';

/** What each operation is about; one in the contract without a row does not compile. */
const describers = {
  pushUser: (payload) => ({ ...STATE, ...aboutUser(payload) }),
  deleteUser: (payload) => ({ ...STATE, ...aboutUser(payload) }),
  pushCompany: (payload) => ({ ...STATE, ...aboutCompany(payload) }),
  deleteCompany: (payload) => ({ ...STATE, ...aboutCompany(payload) }),
  pushRelationship: (payload) => ({ ...STATE, ...aboutRelationship(payload) }),
  deleteRelationship: (payload) => ({ ...STATE, ...aboutRelationship(payload) }),
  pushEvent: (payload) => ({
    ...about(payload, `event ${quote(toText(payload.name))}`),
    isState: false,
    isDated: toText(payload.occurred_at ?? payload.occured_at) !== null,
    isRepeatable: true,
  }),
  pushMessage: (payload) => ({
    ...about(payload, `message ${quote(toText(payload.template) ?? toText(payload.subject))}`),
    isState: false,
    isDated: false,
    isRepeatable: false,
  }),
} satisfies Record<PushOperationId, (payload: JsonObject) => Described>;

type Described = Omit<Item, 'payload' | 'content'>;

const STATE = { isState: true, isDated: false, isRepeatable: true };

/** Says what requests are about, read once more from their raw bytes, whatever became of them. */
export function createItemReader(options: Rereading): (exchange: Exchange) => Item {
  const { contract, router, operations, meaningOf } = options;
  return (exchange) => {
    const { operation, method, target, host, bytes, size } = exchange;
    const match = operation === null ? null : router(method, target, host);
    const isCut = !exchange.complete || size > contract.limits.requestBytes;
    if (match === null || isCut) return toUnreadable(exchange);
    const reading = operations[match.id].read({ headers: headersOf(exchange), bytes, size });
    if (reading.kind === 'refusal') return toUnreadable(exchange);
    const meaning = meaningOf(match.id, reading.payload, match.params);
    if (meaning.kind !== 'request') return toMeaningless(reading.payload);
    const described = describers[meaning.operation](meaning.payload);
    return contract.operations[match.id].takes === 'payload'
      ? { payload: meaning.payload, content: meaning.payload, ...described }
      : { payload: reading.payload, content: withMessageId(meaning.payload, reading.payload), ...described };
  };
}

/** Two messages may ask for the same; it is their ids that tell the same message sent again from another. */
function withMessageId(payload: JsonObject, message: unknown): JsonObject {
  const id = isObject(message) ? toText(message.messageId) : null;
  return id === null ? payload : { ...payload, messageId: id };
}

function toUnreadable({ operation }: Exchange): Item {
  const label = operation === null ? 'a request to an unknown path' : 'a body that cannot be read';
  return { payload: undefined, content: undefined, label, ...ABOUT_NOTHING };
}

function toMeaningless(message: unknown): Item {
  const type = isObject(message) ? toText(message.type) : null;
  const label =
    type === null ? 'a message without a type' : `a message of type ${quote(type)} that stands for nothing`;
  return { payload: message, content: message, label, ...ABOUT_NOTHING };
}

const ABOUT_NOTHING = { subject: null, isState: false, isDated: false, isRepeatable: true };

type About = Pick<Item, 'subject' | 'label'>;

function aboutUser(value: unknown): About {
  const { subject, label } = toUser(value);
  return { subject, label: label ?? 'a user without a name' };
}

function aboutCompany(value: unknown): About {
  const name = toCompanyName(value);
  const identifier = name?.identifier ?? name?.aliases[0] ?? null;
  if (identifier === null) return { subject: null, label: 'a company without a name' };
  return { subject: `company ${identifier}`, label: `company ${quote(identifier)}` };
}

function aboutRelationship({ user, company }: JsonObject): About {
  const whose = aboutUser(user ?? {});
  return { subject: whose.subject, label: `${whose.label} in ${aboutCompany(company ?? {}).label}` };
}

/** Something of a user, or else of a company. */
function about({ user, company }: JsonObject, what: string): About {
  if (user == null && company == null) return { subject: null, label: what };
  const whose = user == null ? aboutCompany(company) : aboutUser(user);
  return { subject: whose.subject, label: `${what} of ${whose.label}` };
}

function toUser(value: unknown): { subject: string | null; label: string | null } {
  const name = toUserName(value);
  const identifier = name?.identifier ?? name?.aliases[0] ?? null;
  if (identifier !== null) return { subject: `user ${identifier}`, label: `user ${quote(identifier)}` };
  if (name === null || name.email === null) return { subject: null, label: null };
  return { subject: `address ${name.email.toLowerCase()}`, label: `user ${quote(name.email)}` };
}

const MOST_OF_NAME = 80;

function quote(name: string | null): string {
  if (name === null) return 'without a name';
  // As JSON, so that no line break gets into a report.
  return JSON.stringify(name.length > MOST_OF_NAME ? `${name.slice(0, MOST_OF_NAME)}…` : name);
}
