import { describe, expect, it } from 'vitest';
import {
  defineChoiceFlag,
  defineCountFlag,
  defineDurationFlag,
  defineListFlag,
  definePortFlag,
  defineSwitch,
  defineTextFlag,
} from './flags.ts';
import { parseFlags, toEnvironmentName } from './parse-flags.ts';
import { UsageError } from './usage-error.ts';

const flags = {
  port: definePortFlag({ default: '4010', help: 'Where to listen.' }),
  name: defineTextFlag({ help: 'A name.', env: ['OTHER_NAME'] }),
  'push-key': defineListFlag({ help: 'Keys.' }),
  'log-level': defineChoiceFlag({ choices: ['info', 'warn', 'off'], help: 'What is logged.' }),
  timeout: defineDurationFlag({ default: '10s', help: 'How long.' }),
  concurrency: defineCountFlag({ default: '8', least: 1, most: 64, help: 'How many at once.' }),
  json: defineSwitch({ help: 'As JSON.' }),
};

const parse = (words: string[], env: Record<string, string> = {}) =>
  parseFlags(flags, words, env, 'understudy try --help');
const misuse = (words: string[], env: Record<string, string> = {}): string => {
  try {
    parse(words, env);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
  }
  throw new Error('This was no misuse.');
};

describe('A command line', () => {
  it('leaves the defaults where it says nothing', () => {
    expect(parse([])).toEqual({
      options: {
        port: 4010,
        name: undefined,
        'push-key': [],
        'log-level': undefined,
        timeout: 10_000,
        concurrency: 8,
        json: false,
      },
      operands: [],
      given: new Set(),
    });
  });

  it('says which of its flags are no defaults', () => {
    expect(parse(['--port', '4010'], { UNDERSTUDY_JSON: 'false', UNDERSTUDY_NAME: '' }).given).toEqual(
      new Set(['port', 'json']),
    );
  });

  it('gives values behind a blank or an equals sign', () => {
    const { options } = parse([
      '--port',
      '0',
      '--name=a=b',
      '--timeout',
      '500ms',
      '--log-level',
      'off',
      '--json',
    ]);
    expect(options).toMatchObject({ port: 0, name: 'a=b', timeout: 500, 'log-level': 'off', json: true });
  });

  it('repeats what may be repeated and lets the last of the others win', () => {
    const { options } = parse(['--push-key', 'a,b', '--port', '1', '--push-key', 'c', '--port', '2']);
    expect(options).toMatchObject({ port: 2, 'push-key': ['a,b', 'c'] });
  });

  it('holds other words, a dash and all that follows two dashes', () => {
    expect(parse(['one', '--json', '-', '--', '--port', 'x']).operands).toEqual(['one', '-', '--port', 'x']);
  });

  it('takes a value that begins with a dash', () => {
    expect(parse(['--name', '-']).options.name).toBe('-');
    expect(parse(['--name=--odd']).options.name).toBe('--odd');
  });

  it('turns a switch off again', () => {
    expect(parse(['--json=false'], { UNDERSTUDY_JSON: '1' }).options.json).toBe(false);
  });
});

describe('The environment', () => {
  it('names each flag in capitals behind UNDERSTUDY_', () => {
    expect(toEnvironmentName('log-level')).toBe('UNDERSTUDY_LOG_LEVEL');
  });

  it('fills in what the command line leaves open', () => {
    const env = { UNDERSTUDY_PORT: '5000', UNDERSTUDY_PUSH_KEY: 'a, b', UNDERSTUDY_JSON: 'true' };
    expect(parse(['--port', '6000'], env).options).toMatchObject({
      port: 6000,
      'push-key': ['a', 'b'],
      json: true,
    });
  });

  it('may know a flag by a second name, after its own', () => {
    expect(parse([], { OTHER_NAME: 'other' }).options.name).toBe('other');
    expect(parse([], { OTHER_NAME: 'other', UNDERSTUDY_NAME: 'own' }).options.name).toBe('own');
  });

  it('says nothing with an empty value', () => {
    expect(parse([], { UNDERSTUDY_PORT: '' }).options.port).toBe(4010);
  });

  it('is named in a complaint about it', () => {
    expect(misuse([], { UNDERSTUDY_PORT: 'x' })).toBe(
      'UNDERSTUDY_PORT is "x"; a port is a whole number from 0 to 65535.',
    );
    expect(misuse([], { UNDERSTUDY_PUSH_KEY: 'a,,b' })).toBe(
      'UNDERSTUDY_PUSH_KEY is empty; give it a value or leave it out.',
    );
  });
});

describe('Misuse is one sentence that says what to do', () => {
  it.each([
    [['--prot', '1'], 'There is no flag --prot; did you mean --port?'],
    [['--PORT=1'], 'There is no flag --PORT; did you mean --port?'],
    [['--frobnicate'], 'There is no flag --frobnicate; "understudy try --help" lists those there are.'],
    [['-p', '1'], 'There is no flag -p; "understudy try --help" lists those there are.'],
    [['-port', '1'], 'There is no flag -port; did you mean --port?'],
    [['--__proto__', '1'], 'There is no flag --__proto__; "understudy try --help" lists those there are.'],
    [['--port'], '--port wants a value: --port PORT.'],
    [['--port', '--json'], '--port wants a value: --port PORT.'],
    [['--port='], '--port is ""; a port is a whole number from 0 to 65535.'],
    [['--port', '65536'], '--port is "65536"; a port is a whole number from 0 to 65535.'],
    [['--port', '-1'], '--port is "-1"; a port is a whole number from 0 to 65535.'],
    [['--port', '1.5'], '--port is "1.5"; a port is a whole number from 0 to 65535.'],
    [['--port', '0x10'], '--port is "0x10"; a port is a whole number from 0 to 65535.'],
    [['--concurrency', '0'], '--concurrency is "0"; a value is a whole number from 1 to 64.'],
    [['--log-level', 'loud'], '--log-level is "loud"; use info, warn or off.'],
    [['--timeout', '10'], '--timeout is "10"; write a time with its unit, such as 500ms, 10s or 1m.'],
    [['--json=maybe'], '--json is "maybe"; use true or false.'],
    [['--json=constructor'], '--json is "constructor"; use true or false.'],
    [['--name', ' '], '--name is empty; give it a value or leave it out.'],
  ])('%j: %s', (words, sentence) => {
    expect(misuse(words)).toBe(sentence);
  });
});
