import { holds } from '../engine/differences.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { ExchangeReader } from './exchange-reader.ts';
import { hasAt, type Pointer } from './pointer.ts';

/** What an exchange has to be; what is absent or null is not looked at. */
export type Matcher<Operation extends string = string> = {
  /** By push key or handle. */
  readonly account?: string | null | undefined;
  readonly operation?: Operation | null | undefined;
  /** That of the answer. */
  readonly status?: number | null | undefined;
  /**
   * What its body has to hold: objects attribute by attribute, lists entry by entry and of the same length, all else
   * equal. Keys, and names of events, may be spelt as they are sent or as they are stored.
   */
  readonly body?: Readonly<Record<string, unknown>> | null | undefined;
  /** JSON Pointers to what its body has to have, whatever the value. */
  readonly has?: readonly string[] | null | undefined;
  /** The code of a diagnostic that it has to have. */
  readonly diagnostic?: string | null | undefined;
  /** The id of an exchange; only later ones. */
  readonly since?: string | null | undefined;
};

/** A matcher made ready to compare: the account by its handle, keys as they are stored. Undefined is not looked at. */
export type Criteria = {
  readonly account: string | undefined;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  readonly body: unknown;
  readonly has: readonly Pointer[];
  readonly diagnostic: string | undefined;
  readonly since: string | undefined;
};

/** Whether an exchange is what is looked for; it is read again only where all else fits. */
export function matches(reader: ExchangeReader, criteria: Criteria, exchange: Exchange): boolean {
  return (
    isCandidate(criteria, exchange) &&
    (!readsBody(criteria) || isBodyMet(reader, criteria, exchange)) &&
    (criteria.diagnostic === undefined || hasDiagnostic(reader, criteria.diagnostic, exchange))
  );
}

/** Whether an exchange fits as far as that can be told without reading its body. */
export function isCandidate(criteria: Criteria, exchange: Exchange): boolean {
  const { account, operation, status, since } = criteria;
  return (
    (account === undefined || exchange.account === account) &&
    (operation === undefined || exchange.operation === operation) &&
    (status === undefined || exchange.status === status) &&
    (since === undefined || exchange.id > since)
  );
}

/** Whether there is anything that the body has to be read for. */
export function readsBody({ body, has }: Criteria): boolean {
  return body !== undefined || has.length > 0;
}

function isBodyMet(reader: ExchangeReader, { body, has }: Criteria, exchange: Exchange): boolean {
  const sent = reader.bodyOf(exchange);
  if (body !== undefined && !holds(reader.comparable(body, exchange), sent)) return false;
  return has.every(({ steps }) => hasAt(sent, steps));
}

function hasDiagnostic({ explain }: ExchangeReader, diagnostic: string, exchange: Exchange): boolean {
  return explain(exchange).diagnostics.some(({ code }) => code === diagnostic);
}
