import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { toVerdict } from '../../engine/limiter.ts';
import type { Answer } from '../../engine/outcome.ts';
import { createAnswerWith } from './answer-with.ts';
import { createRefusals, createRenderer } from './refusals.ts';

const ACCEPTED: Answer = { ...contract.accepted, headers: ['Content-Length', '0'], body: '', close: false };
const answerWith = createAnswerWith(
  contract,
  createRenderer(contract).render,
  ACCEPTED,
  createRefusals(contract).overRate,
);
const FULL = toVerdict({ requests: 20, windowMs: 10_000 }, 0, 0, 20, false);

const envelopeOf = (status: number) => JSON.parse(answerWith(status, FULL).answer.body) as unknown;

describe('an answer with a status that somebody asked for', () => {
  it.each(Object.values(contract.refusals).map(({ status }) => status))(
    'of %i is the one described',
    (status) => {
      const { answer, refusal } = answerWith(status, FULL);
      const described = Object.values(contract.refusals).find((each) => each.status === status);
      expect([answer.status, answer.reason]).toEqual([status, described?.reason]);
      expect(envelopeOf(status)).toMatchObject({ status, code: described?.code });
      expect(refusal?.code).toBe(described?.code);
      expect(answer.headers.slice(0, 4)).toEqual([
        'Content-Type',
        'application/json',
        'Content-Length',
        String(new TextEncoder().encode(answer.body).byteLength),
      ]);
    },
  );

  it.each([
    [400, 'The request body could not be parsed as JSON.'],
    [401, 'Invalid Push key or authorization scheme.'],
    [403, 'This feature is not included in your plan.'],
    [404, 'The requested resource could not be found on the server.'],
    [413, 'Payload is too large. Request was 1 MB, but the limit is 100 KB.'],
    [422, 'User must exist'],
    [429, 'Rate limit of 20 requests per 10 seconds exceeded. Please try again in 10 seconds.'],
    [500, 'Something went wrong on the server.'],
    [503, 'The service is temporarily unavailable.'],
  ])('of %i says "%s"', (status, text) => {
    expect(envelopeOf(status)).toMatchObject({ errors: [text] });
  });

  it.each([
    [402, 'Payment Required', 'payment_required', 'Payment Required'],
    [418, "I'm a teapot", 'im_a_teapot', "I'm a teapot"],
    [502, 'Bad Gateway', 'bad_gateway', 'Bad Gateway'],
    [504, 'Gateway Timeout', 'gateway_timeout', 'Gateway Timeout'],
    [599, '', 'status_599', 'Status 599'],
  ])('of %i, which is not described, has the same envelope', (status, reason, code, text) => {
    expect(answerWith(status, FULL).answer).toMatchObject({ status, reason });
    expect(envelopeOf(status)).toEqual({ status, code, errors: [text] });
  });

  it.each([
    [200, 'OK', ['Content-Length', '0']],
    [202, 'Accepted', ['Content-Length', '0']],
    [204, 'No Content', []],
    [301, 'Moved Permanently', ['Content-Length', '0']],
    [304, 'Not Modified', []],
    [299, '', ['Content-Length', '0']],
  ])('of %i, which is no error, has no body', (status, reason, headers) => {
    expect(answerWith(status, FULL)).toEqual({
      answer: { status, reason, headers, body: '', close: false },
      refusal: null,
    });
  });

  it('of 500 does not look like a crash of ours', () => {
    expect(answerWith(500, FULL).answer.headers).not.toContain('X-Understudy-Crash');
  });
});
