import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { readPieces } from '../../test/desk/read-events.ts';

describe('the exchanges on the desk', () => {
  it.each(['secret-push-key-1234', 'LongSecretKey-0123456789-ABCDEF+503', 'secret-push-key-1234+429+503'])(
    'hide %s and what is before its endings wherever the stand-in quotes it',
    async (key) => {
      const { ask, push, desk } = createFixture();
      const base = key.replace(/\+.*/, '');
      const { id } = push(key, 'POST', `/nowhere/${base}?k=${key}`, '{}');
      const typed = push(key, 'POST', '/users', { identifier: 1, [`${base}`]: 1 });
      const { json, text } = await ask('GET', `/_control/exchanges/${id}`);
      expect(json.answer.reason).toContain('/nowhere/••••');
      expect(text).not.toContain(base);
      const { diagnostics, answer } = (await ask('GET', `/_control/exchanges/${typed.id}`)).json;
      expect(JSON.stringify([diagnostics, answer])).not.toContain(base);
      const { text: exported } = await readPieces(desk, '/_control/export?format=har');
      expect(exported).not.toContain(base);
    },
  );

  it('leave the sentences of the stand-in as they are when a key is short', async () => {
    const { ask, push } = createFixture();
    const { id } = push('is', 'POST', '/nowhere', '{}');
    expect((await ask('GET', `/_control/exchanges/${id}`)).json.answer.reason).toMatch(/There is no /);
  });
});
