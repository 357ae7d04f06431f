import { UsageError } from '../usage-error.ts';
import { findJsonMistake } from './find-json-mistake.ts';
import type { Recorded } from './recorded.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Reads the requests of an HTTP Archive; `name` is what the file is called. Throws a UsageError that names the place. */
export function readHar(text: string, name: string): Recorded[] {
  const wrong = (pointer: string, what: string): UsageError =>
    new UsageError(`${name} is no HTTP Archive: ${pointer} ${what}. Export it again, as HAR 1.2.`);
  const objectAt = (value: unknown, pointer: string): JsonObject => {
    if (isObject(value)) return value;
    throw wrong(pointer, value === undefined ? 'is missing' : 'is no object');
  };
  const textAt = (value: unknown, pointer: string): string => {
    if (typeof value === 'string') return value;
    throw wrong(pointer, value === undefined ? 'is missing' : 'is no text');
  };
  const listAt = (value: unknown, pointer: string): readonly unknown[] => {
    if (Array.isArray(value)) return value;
    throw wrong(pointer, value === undefined ? 'is missing' : 'is no list');
  };

  const toRecorded = (value: unknown, entry: number): Recorded => {
    const place = `/log/entries/${entry}`;
    const { request: requested, response, _understudy: facts } = objectAt(value, place);
    const request = objectAt(requested, `${place}/request`);
    const method = textAt(request.method, `${place}/request/method`);
    const url = URL.parse(textAt(request.url, `${place}/request/url`));
    if (url === null) throw wrong(`${place}/request/url`, 'is no whole address');
    const headers = listAt(request.headers ?? [], `${place}/request/headers`).map((header, index) => {
      const at = `${place}/request/headers/${index}`;
      const { name: headerName, value: headerValue } = objectAt(header, at);
      return [textAt(headerName, `${at}/name`), textAt(headerValue, `${at}/value`)] as const;
    });
    const body = toBody(request.postData, `${place}/request/postData`);
    const ours = isObject(facts) ? facts : null;
    return {
      entry,
      method,
      url,
      headers,
      body,
      whole: ours?.whole !== false && (body !== null || !isPositive(request.bodySize)),
      status: isObject(response) && isPositive(response.status) ? response.status : null,
      account: typeof ours?.account === 'string' ? ours.account : null,
      isOurs: ours !== null,
    };
  };

  const toBody = (data: unknown, place: string): Uint8Array<ArrayBuffer> | null => {
    if (data === undefined || data === null) return null;
    const { text: content, encoding, _encoding } = objectAt(data, place);
    if (content === undefined) return null;
    const body = textAt(content, `${place}/text`);
    if (encoding !== 'base64' && _encoding !== 'base64') return new TextEncoder().encode(body);
    try {
      return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    } catch {
      throw wrong(`${place}/text`, 'is no Base64');
    }
  };

  const { log } = objectAt(parse(text, name), 'the whole');
  return listAt(objectAt(log, '/log').entries, '/log/entries').map(toRecorded);
}

function parse(text: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return value;
  } catch {
    if (isLines(text)) {
      throw new UsageError(`${name} has an exchange a line; export it with ?format=har to send it again.`);
    }
    // The parser's own text quotes the file, with whatever secrets are in it.
    const place = findJsonMistake(text);
    const where = place === null ? '; it was cut off' : ` from line ${place.line}, column ${place.column} on`;
    throw new UsageError(`${name} is no JSON${where}. Export it again.`);
  }
}

/** Whether the first line is JSON of its own. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1) return false;
  try {
    return isObject(JSON.parse(text.slice(0, end)));
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPositive(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
