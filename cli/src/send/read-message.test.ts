import { describe, expect, it } from 'vitest';
import { readMessage } from './read-message.ts';

describe('a line', () => {
  it('is read as JSON, with the blanks around it', () => {
    expect(readMessage(' {"type":"track"}\r')).toEqual({ kind: 'message', message: { type: 'track' } });
  });

  it.each(['{"type":', '{"a":1,}', "{'a':1}", 'hello', '{} {}', '{"a":NaN}', '['])(
    'that is no JSON is unreadable, and says why without a second line number: %s',
    (text) => {
      const reading = readMessage(text);
      expect(reading).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringMatching(/^The line is not JSON: .+\.$/),
      });
      expect(reading).not.toMatchObject({ reason: expect.stringContaining('line 1') });
    },
  );

  it('nested without end does no harm', () => {
    expect(readMessage('['.repeat(1_000_000))).toMatchObject({ kind: 'unreadable' });
  });
});
