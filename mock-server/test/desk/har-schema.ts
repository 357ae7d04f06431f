import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';

/** An object with these attributes and no others, but for those that begin with an underscore, which are anybody's. */
function object(
  properties: Readonly<Record<string, object>>,
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    patternProperties: { '^_': {} },
    additionalProperties: false,
  };
}

const text = { type: 'string' };
const comment = { comment: text };
const list = (items: object): object => ({ type: 'array', items });
const pair = object({ name: text, value: text, ...comment }, ['comment']);
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
/** Milliseconds or bytes; -1 where it is not known. */
const orUnknown = { type: 'number', minimum: -1 };
const size = { type: 'integer', minimum: -1 };
const cookie = object(
  {
    name: text,
    value: text,
    path: text,
    domain: text,
    expires: time,
    httpOnly: { type: 'boolean' },
    ...comment,
  },
  ['path', 'domain', 'expires', 'httpOnly', 'comment'],
);
const message = {
  httpVersion: text,
  cookies: list(cookie),
  headers: list(pair),
  headersSize: size,
  bodySize: size,
};

/** What HTTP Archive 1.2 asks of a file, as far as it holds no pages and no cache. */
const schema = object({
  log: object(
    {
      version: { const: '1.2' },
      creator: object({ name: text, version: text, ...comment }, ['comment']),
      entries: list(
        object(
          {
            startedDateTime: time,
            time: { type: 'number', minimum: 0 },
            request: object(
              {
                ...message,
                method: text,
                url: { type: 'string', pattern: '^https?://[!-~]+$' },
                queryString: list(pair),
                postData: object({ mimeType: text, text, ...comment }, ['comment']),
                ...comment,
              },
              ['postData', 'comment'],
            ),
            response: object(
              {
                ...message,
                status: { type: 'integer', minimum: 0 },
                statusText: text,
                content: object(
                  { size: { type: 'integer', minimum: 0 }, mimeType: text, text, encoding: text, ...comment },
                  ['text', 'encoding', 'comment'],
                ),
                redirectURL: text,
                ...comment,
              },
              ['comment'],
            ),
            cache: object({}),
            timings: object(
              { send: orUnknown, wait: orUnknown, receive: orUnknown, blocked: orUnknown, ...comment },
              ['blocked', 'comment'],
            ),
            ...comment,
          },
          ['comment'],
        ),
      ),
      ...comment,
    },
    ['comment'],
  ),
});

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Fails unless a value is an HTTP Archive 1.2 whose entries take as long as their parts. */
export function expectHar(value: unknown): void {
  validate(value);
  expect(validate.errors ?? []).toEqual([]);
  const { log } = value as {
    log: { entries: { time: number; timings: Record<string, number>; request: { url: string } }[] };
  };
  for (const { time: whole, timings, request } of log.entries) {
    const parts = Object.values(timings).filter((part) => part >= 0);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 2);
    expect(URL.canParse(request.url)).toBe(true);
  }
}
