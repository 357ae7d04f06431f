import { contract, type RefusalCode } from '@understudy/openapi/contract';
import { expect } from 'vitest';

/** A refusal, by whatever way it came. */
export type Refused = { readonly status: number; readonly reason: string; readonly body: string };

/** Says that a refusal is one of the contract's, in the vendor's envelope, with texts that can be read. */
export function expectEnvelope({ status, reason, body }: Refused): void {
  const envelope = JSON.parse(body) as { status: number; code: RefusalCode; errors: string[] };
  expect(Object.keys(envelope)).toEqual(['status', 'code', 'errors']);
  const known = contract.refusals[envelope.code];
  expect([status, reason, envelope.status]).toEqual([known.status, known.reason, known.status]);
  expect(envelope.errors.length).toBeGreaterThan(0);
  expect(
    envelope.errors.every((line) => typeof line === 'string' && line.trim() !== '' && line.length < 2000),
  ).toBe(true);
  if (envelope.code === 'unprocessable_content' || known.text.includes('{')) return;
  if (envelope.code === 'bad_request' && OF_MESSAGE.test(envelope.errors[0] ?? '')) return;
  expect(envelope.errors).toEqual([known.text]);
}

/** How the texts about a message begin that stands for nothing; what they say is tested elsewhere. */
const OF_MESSAGE =
  /^(?:The (?:message|type) |This (?:identify|group|track) |The Push API has nothing for |(?:event|userId|groupId|context\.groupId) is (?:a |an )?\w+: )/;
