import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerNow } from '../../test/answer-now.ts';
import { createFixture, toCall } from '../../test/desk/desk-fixture.ts';
import { renderRawBody } from './raw-body.ts';

const { engine } = createFixture({ rateLimit: 'off' });

const render = (bytes: Uint8Array): ReturnType<typeof renderRawBody> =>
  renderRawBody(answerNow(engine, toCall({ method: 'POST', target: '/users', bytes })).exchange);

describe('a body as it was received', () => {
  it('can be had back byte by byte', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const raw = render(bytes);
          const back = typeof raw === 'string' ? Buffer.from(raw, 'utf8') : Buffer.from(raw.base64, 'base64');
          expect(back.equals(bytes)).toBe(true);
        },
      ),
      { seed: 20_250_314 },
    );
  });

  it('may be as large as the size limit', () => {
    const bytes = new Uint8Array(102_400).fill(0xff);
    expect(render(bytes)).toEqual({ base64: Buffer.from(bytes).toString('base64') });
  });
});
