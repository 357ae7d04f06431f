import { describe, expect, it } from 'vitest';
import { toSecrets, toStartWords } from './inputs.ts';

describe('The inputs', () => {
  it('that are not given are no flags, so that variables and the configuration count', () => {
    expect(toStartWords({ INPUT_PORT: '', 'INPUT_PUSH-KEY': ' ', INPUT_STRICT: 'false' })).toEqual([]);
  });

  it('that are given are flags, whatever they hold', () => {
    expect(
      toStartWords({
        INPUT_PORT: '0',
        'INPUT_PUSH-KEY': '--odd key',
        'INPUT_RATE-LIMIT': 'tiny',
        INPUT_CONFIG: 'test/stand-in.yaml',
        INPUT_STRICT: 'True',
        INPUT_HTTPS: 'true',
      }),
    ).toEqual([
      '--port=0',
      '--push-key=--odd key',
      '--rate-limit=tiny',
      '--config=test/stand-in.yaml',
      '--strict',
      '--https',
    ]);
  });

  it('are refused where a switch is neither true nor false', () => {
    expect(() => toStartWords({ INPUT_STRICT: 'yes' })).toThrow(
      'The input strict is "yes"; write true or false.',
    );
  });
});

it('Of a list of keys each is kept out of the log, and the list', () => {
  expect(toSecrets('one, k2,')).toEqual(['one, k2,', 'one', 'k2']);
  expect([toSecrets('dev'), toSecrets('')]).toEqual([['dev'], []]);
});
