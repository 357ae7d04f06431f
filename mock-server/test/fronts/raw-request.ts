export const KEY = 'Authorization: Push hostile-key-0001';
/** A body that is accepted. */
export const GOOD = '{"identifier":"u"}';
export const CHUNKED = 'Transfer-Encoding: chunked';

/** Something to send that no well-behaved client would, and what the vendor says to it. */
export type HostileRequest = {
  readonly what: string;
  readonly says: readonly (string | Uint8Array)[];
  /** Closes its own side after the last word. */
  readonly leaves?: boolean;
  readonly status: number;
  /** Method and target of the last entry in the journal, as far as they could be told. */
  readonly journal: readonly [method: string, target: string];
  /** Its head is longer than a TLS record, and the parser fails behind the one that has the first line. */
  readonly spansRecords?: boolean;
};

/** A request that asks for the connection to be closed after its answer. */
export function request(line: string, headers: readonly string[] = [], body = ''): string {
  return [line, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
}

/** The same to `/users`, with a key. */
export function post(headers: readonly string[], body = ''): string {
  return request('POST /users HTTP/1.1', [KEY, ...headers], body);
}
