import { describe, expect, it } from 'vitest';
import { answerNow } from '../../test/answer-now.ts';
import { createFixture, toBytes, toCall } from '../../test/desk/desk-fixture.ts';
import { toProblem } from './problem.ts';
import { renderReply } from './render-reply.ts';
import { createTokenMask } from './token-mask.ts';

const TOKEN = 'Zm9yL+RoZS1kZXNr';
const SHOWN = { headers: { authorization: `Bearer ${TOKEN}` } };

/** Sends the token to the simulated API in every place that a mistake could put it. */
function createBetrayed() {
  const fixture = createFixture({}, { token: TOKEN });
  const authorization = `Bearer ${TOKEN}`;
  const bytes = toBytes({ identifier: 1, note: TOKEN, properties: { deep: `Bearer ${TOKEN}` } });
  for (const [headers, target] of [
    [{ authorization }, '/users'],
    [{ authorization: 'Push dev', 'x-desk': TOKEN }, `/users?token=${TOKEN}`],
    [{ authorization: 'Push dev' }, `/${encodeURIComponent(TOKEN)}`],
  ] as const) {
    const rawHeaders = Object.entries(headers).flat();
    const call = toCall({ method: 'POST', target, headers, rawHeaders, bytes });
    fixture.engine.settle(answerNow(fixture.engine, call), 'full', 0);
  }
  return fixture;
}

describe("the desk's token", () => {
  it.each([
    '/_control/exchanges',
    '/_control/exchanges/ex_0000000002',
    '/_control/exchanges/wait',
    '/_control/accounts/dev/users',
    `/_control/exchanges/${TOKEN}`,
    `/_control/exchanges?${TOKEN}=1`,
    `/_control/accounts/${encodeURIComponent(TOKEN)}/users?limit=${TOKEN}`,
  ])('is not shown by GET %s, wherever it was sent', async (target) => {
    const { ask } = createBetrayed();
    const { text } = await ask('GET', target, SHOWN);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain(encodeURIComponent(TOKEN));
  });

  it('leaves the rest of an exchange as it was', async () => {
    const { ask } = createBetrayed();
    const { json } = await ask('GET', '/_control/exchanges/ex_0000000002', SHOWN);
    expect(json.request.body).toEqual({
      identifier: 1,
      note: '••••',
      properties: { deep: 'Bearer ••••' },
    });
    expect(json.path).toBe('/users?token=••••');
  });

  it.each(['', 'u', 'us', 'user:'])('is hidden in Base64 behind %j too', (before) => {
    const shown = createTokenMask(TOKEN).text(`a ${btoa(`${before}${TOKEN}`)} b`);
    expect(shown).toMatch(/^a \S{0,6}•••• b$/);
  });

  it('is not repeated by a problem in the body', async () => {
    const { ask } = createBetrayed();
    const { json, text } = await ask('POST', '/_control/reset', { ...SHOWN, json: { [TOKEN]: 1 } });
    expect(json.error.message).toContain('There is no attribute "••••" here');
    expect(text).not.toContain(TOKEN);
  });

  it('is hidden as a word of a problem when it is short, and nowhere else', () => {
    const mask = createTokenMask('id');
    const problem = mask.problem(toProblem('invalid_body', 'The id is no width.', '/id/width'));
    expect([problem.message, problem.path]).toEqual(['The •••• is no width.', '/••••/width']);
    const answer = renderReply({ kind: 'reply', status: 200, value: { id: 'id' } });
    expect(mask.answer(answer)).toBe(answer);
  });

  it('is not taken for a piece of a number', () => {
    const answer = renderReply({ kind: 'reply', status: 200, value: { at: 1234567890123 } });
    expect(createTokenMask('123456789012').answer(answer)).toBe(answer);
  });

  it('is hidden in what comes piece by piece, as JSON writes it too', async () => {
    const odd = 'all"the\\same_to_me';
    async function* toPieces() {
      yield `a ${odd} b`;
      yield JSON.stringify({ odd });
    }
    const answer = createTokenMask(odd).answer(
      renderReply({ kind: 'text', mediaType: 'text/plain', text: toPieces() }),
    );
    if (!('pieces' in answer)) throw new Error('It came as a whole.');
    expect(await Array.fromAsync(answer.pieces)).toEqual(['a •••• b', '{"odd":"••••"}']);
  });

  it('keeps nobody who follows the journal from leaving at once', async () => {
    const { desk } = createBetrayed();
    const answer = await desk.answer(
      toCall({ target: '/_control/exchanges/stream?since=ex_0000000000', ...SHOWN }),
    );
    if (!('pieces' in answer)) throw new Error('It came as a whole.');
    const followers = async () =>
      /^understudy_followers (\d+)$/m.exec((await answerOf('/_control/metrics')).text)?.[1];
    const answerOf = async (target: string) => {
      const read = await desk.answer(toCall({ target, ...SHOWN }));
      return { text: 'body' in read ? read.body : '' };
    };
    const reader = answer.pieces[Symbol.asyncIterator]();
    const read: string[] = [];
    for (let piece = 0; piece < 4; piece += 1) read.push((await reader.next()).value ?? '');
    expect(read.join('')).toContain('ex_0000000003');
    expect(read.join('')).not.toContain(TOKEN);
    const waiting = reader.next();
    expect(await followers()).toBe('1');
    await reader.return?.();
    expect(await followers()).toBe('0');
    expect((await waiting).done).toBe(true);
  });
});
