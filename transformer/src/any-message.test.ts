import { isCompany, isEvent, isUser } from '@understudy/openapi/checks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requestBytes } from './push-contract.ts';
import { toPushRequests } from './to-push-requests.ts';

const group = { type: 'group', userId: 'u', groupId: 'g' };

const isDocumented = { pushUser: isUser, pushCompany: isCompany, pushEvent: isEvent };

function bodyOf(message: unknown): unknown {
  const outcome = toPushRequests(message);
  return outcome.kind === 'requests' ? outcome.requests[0]?.body : outcome;
}

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) freeze(inner);
    Object.freeze(value);
  }
  return value;
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bare(inner)])),
  );
}

describe('any message', () => {
  const rich = {
    ...group,
    traits: {
      z: 1,
      name: 'G',
      integrations: { Userlist: { extensions: { relationship: { properties: { b: 1, a: null } } } } },
      createdAt: 1_768_210_200,
      a: [{ y: null, x: {} }],
    },
    context: { traits: { email: 'a@example.com' } },
  };
  const body =
    '{"identifier":"g","name":"G","signed_up_at":"2026-01-12T09:30:00.000Z","properties":{"z":1,"a":[{"y":null,"x":{}}]},"relationships":[{"user":"u","properties":{"b":1,"a":null}}]}';

  it.each([
    ['as it is', rich],
    ['deeply frozen', freeze(structuredClone(rich))],
    ['of objects without prototype', bare(rich)],
    ['of frozen objects without prototype', freeze(bare(rich))],
  ])('is read alike and keeps the order of keys: %s', (_, message) => {
    expect(JSON.stringify(bodyOf(message))).toBe(body);
  });

  it('is never shared with the request', () => {
    const message = structuredClone(rich);
    const outcome = toPushRequests(message);
    message.traits.a.push({ y: null, x: {} });
    expect(outcome.kind === 'requests' && JSON.stringify(outcome.requests[0]?.body)).toBe(body);
  });

  it('with keys that look like machinery changes no prototype', () => {
    const message = JSON.parse(
      '{"type":"identify","userId":"u","traits":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"email":"e"}}',
    );
    const made = bodyOf(message);
    expect(JSON.stringify(made)).toBe(
      '{"identifier":"u","email":"e","properties":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    );
    expect('polluted' in {}).toBe(false);
  });

  const types = ['identify', 'Group', ' track ', 'page', 'screen', 'alias', 'merge'];
  const extension = fc.record({
    Userlist: fc.record({
      extensions: fc.record({ relationship: fc.record({ properties: fc.jsonValue() }) }),
    }),
  });
  const placed = fc.oneof(extension, fc.jsonValue());
  const context = fc.record(
    { groupId: fc.jsonValue(), traits: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()) },
    { requiredKeys: [] },
  );
  const traits = fc.record(
    {
      name: fc.jsonValue(),
      email: fc.jsonValue(),
      createdAt: fc.jsonValue(),
      created_at: fc.jsonValue(),
      integrations: placed,
      plan: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const id = fc.oneof(fc.string(), fc.integer(), fc.jsonValue());
  const likely = fc.record(
    {
      type: fc.constantFrom(...types),
      userId: id,
      groupId: id,
      event: fc.oneof(fc.string(), fc.jsonValue()),
      traits: fc.oneof(traits, fc.jsonValue()),
      properties: fc.oneof(fc.record({ context }), fc.jsonValue()),
      context,
      integrations: placed,
      timestamp: fc.jsonValue(),
      originalTimestamp: fc.jsonValue(),
      anonymousId: fc.string(),
    },
    { requiredKeys: ['type'] },
  );
  const messages = fc.oneof(
    { weight: 8, arbitrary: likely },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.anything() },
  );

  it('gets an answer, is left as it was, and becomes JSON within the limit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        messages,
        fc.constantFrom('rudderstack' as const, 'segment' as const),
        (message, dialect) => {
          const outcome = toPushRequests(freeze(message), { dialect });
          seen.add(outcome.kind);
          if (outcome.kind !== 'requests') {
            expect(outcome.reason).toMatch(/\S+: .+\.$/s);
            return;
          }
          expect(outcome.requests).toHaveLength(1);
          for (const request of outcome.requests) {
            const text = JSON.stringify(request.body);
            expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(requestBytes);
            expect(JSON.parse(text)).toStrictEqual(request.body);
            expect(isDocumented[request.operation](request.body)).toBe(true);
            expect(toPushRequests(message, { dialect })).toStrictEqual(outcome);
          }
        },
      ),
      { seed: 20_260_112, numRuns: 2_000 },
    );
    expect([...seen].sort()).toStrictEqual(['rejected', 'requests', 'skipped']);
  });

  it('that came as JSON is byte for byte the same afterwards', () => {
    fc.assert(
      fc.property(likely, (message) => {
        const before = JSON.stringify(message);
        toPushRequests(message);
        expect(JSON.stringify(message)).toBe(before);
      }),
      { seed: 20_260_113, numRuns: 500 },
    );
  });
});
