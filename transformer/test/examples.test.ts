import { readFileSync } from 'node:fs';
import { isCompany, isEvent, isUser } from '@understudy/openapi/checks';
import { describe, expect, it } from 'vitest';
import { findMisplaced, type Outcome, toPushRequests } from '../src/index.ts';

const isDocumented = { pushUser: isUser, pushCompany: isCompany, pushEvent: isEvent };

function readExamples(name: string): { messageId: string; originalTimestamp?: string; timestamp?: string }[] {
  const text = readFileSync(new URL(`../../examples/${name}.ndjson`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function toOperation(outcome: Outcome): string {
  return outcome.kind === 'requests'
    ? outcome.requests.map(({ operation }) => operation).join()
    : outcome.kind;
}

describe.each([
  ['rudderstack', { pushUser: 8, pushCompany: 7, pushEvent: 10, skipped: 5 }],
  ['segment', { pushUser: 7, pushCompany: 6, pushEvent: 11, skipped: 6 }],
] as const)('the example events of %s', (dialect, counts) => {
  const messages = readExamples(dialect);
  const outcomes = messages.map((message) => toPushRequests(message, { dialect }));

  it('become requests or are skipped, and none is rejected', () => {
    const operations = outcomes.map(toOperation);
    const counted = Object.fromEntries(
      Object.keys(counts).map((name) => [name, operations.filter((operation) => operation === name).length]),
    );
    expect(counted).toStrictEqual(counts);
    expect(messages).toHaveLength(Object.values(counts).reduce((sum: number, count) => sum + count, 0));
  });

  it('make only bodies the contract takes', () => {
    const bodies = outcomes.flatMap((outcome) => (outcome.kind === 'requests' ? outcome.requests : []));
    expect(bodies.filter(({ operation, body }) => !isDocumented[operation](body))).toStrictEqual([]);
  });

  it('carry ids and times of their own, all in January 2026', () => {
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(messages.length);
    for (const { timestamp, originalTimestamp } of messages) {
      expect(timestamp ?? originalTimestamp).toMatch(/^2026-01-/);
    }
  });
});

it('the examples of RudderStack show both misplacements of its page, those of Segment none', () => {
  const codes = readExamples('rudderstack').flatMap((message) =>
    findMisplaced(message).map(({ code }) => code),
  );
  expect(codes.toSorted()).toStrictEqual([
    'misplaced-context',
    'misplaced-context',
    'misplaced-integrations',
    'misplaced-integrations',
    'misplaced-integrations',
  ]);
  expect(readExamples('segment').flatMap((message) => findMisplaced(message))).toStrictEqual([]);
});
