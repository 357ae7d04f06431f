import { contract } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createMagicReader } from '../services/userlist/magic-keys.ts';
import { createRedaction } from './export-redaction.ts';

const redactionOf = (key: string) => createRedaction(['Authorization', `Push ${key}`]);
const KEY = 'a-long-push-key-1234';
const readMagic = createMagicReader(contract);

/** A key as a header can hold it, and long enough to be one. */
const longKeys = fc
  .string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 12,
  })
  .map((key) => key.slice(0, 60));

/** The ways in which a sender may have put its key into a body. */
const WAYS: Readonly<Record<string, (key: string) => string>> = {
  'as it is': (key) => key,
  'as JSON': (key) => JSON.stringify(key).slice(1, -1),
  'as JSON of PHP': (key) => JSON.stringify(key).slice(1, -1).replaceAll('/', '\\/'),
  'as JSON for HTML': (key) =>
    JSON.stringify(key)
      .slice(1, -1)
      .replaceAll(/[<>&'+]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'in an address': encodeURIComponent,
  'in an address, in small letters': (key) =>
    encodeURIComponent(key).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  'in a form': (key) => String(new URLSearchParams({ k: key })).slice(2),
  'in Base64': btoa,
  'as Basic credentials': (key) => btoa(`${key}:`),
  'as Basic credentials with a password': (key) => btoa(`${key}:secret`),
  'in Base64 behind one character': (key) => btoa(`u${key}`).slice(2),
  'in Base64 behind two characters': (key) => btoa(`us${key}`).slice(3),
  'as the password of Basic credentials': (key) => btoa(`user:${key}`).slice(7),
  'in Base64 for addresses': (key) =>
    btoa(`u${key}`).slice(2).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  'with every letter escaped': (key) => escapeAll(key, /[^"\\]/g),
  'with some letters escaped in capitals': (key) =>
    escapeAll(key, /[a-z]/g).replaceAll(/[0-9a-f]{4}/g, (code) => code.toUpperCase()),
};

function escapeAll(key: string, which: RegExp): string {
  return JSON.stringify(key)
    .slice(1, -1)
    .replaceAll(/\\.|./g, (each) =>
      each.length === 1
        ? each.replace(which, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
        : each,
    );
}

describe('a key of twelve characters or more', () => {
  it.each(Object.entries(WAYS))('is hidden in a body %s', (_name, write) => {
    fc.assert(
      fc.property(longKeys, fc.string(), fc.string(), (key, before, after) => {
        const redacted = redactionOf(key).text(`${before} ${write(key)} ${after}`);
        expect(redacted).not.toContain(write(key));
        expect(redacted).toContain('••••');
        expect(redacted.startsWith(before.slice(0, 1))).toBe(true);
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('leaves JSON readable, whatever the key', () => {
    fc.assert(
      fc.property(longKeys, fc.jsonValue(), (key, value) => {
        const body = JSON.stringify({ [key]: value, inside: `x${key}y` });
        const read = JSON.parse(redactionOf(key).text(body)) as { inside: string };
        expect(read.inside).toMatch(/^x••••.{4}y$/s);
      }),
      { seed: 20_261_124, numRuns: 300 },
    );
  });

  it('is hidden in values and names of what was read, and in bytes that are no text', () => {
    const { json, base64 } = redactionOf(KEY);
    expect(json({ [KEY]: [1, null, { deep: `Push ${KEY}` }] })).toEqual({
      '••••1234': [1, null, { deep: 'Push ••••1234' }],
    });
    const bytes = Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(KEY), Buffer.from([0xfe])]);
    const back = Buffer.from(base64(bytes.toString('base64')), 'base64');
    expect(back).toEqual(
      Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from('••••1234'), Buffer.from([0xfe])]),
    );
  });

  it('is hidden where a header showed its UTF-8 as Latin-1', () => {
    const utf8 = 'clé-très-longue';
    const { text } = redactionOf(Buffer.from(utf8).toString('latin1'));
    expect(text(`{"k":"${utf8}"}`)).not.toContain(utf8);
  });

  it.each(['a-key', 'dev'])(
    'is hidden where Basic credentials of the short name %s stand as such',
    (name) => {
      const encoded = btoa(`${name}:`);
      const { json, text } = createRedaction(['authorization', `Basic ${encoded}`]);
      const body = { authorization: `Basic ${encoded}`, token: encoded, push_key: name };
      expect(json(body)).toEqual({ authorization: 'Basic ••••', token: '••••', push_key: '••••' });
      expect(text(JSON.stringify({ note: `Basic ${encoded}`, token: name }))).not.toMatch(
        encoded.slice(0, 4),
      );
    },
  );

  it('is hidden with a name and a password of Basic credentials too', () => {
    const encoded = btoa('user-name-long-1:password-long-2');
    const { text } = createRedaction(['authorization', `Basic ${encoded}`]);
    expect(text(`${encoded} user-name-long-1 password-long-2`)).toBe('•••• ••••ng-1 ••••ng-2');
  });

  it('is found where it begins with another', () => {
    const { text } = createRedaction(['Authorization', `Push ${KEY}`, 'Authorization', `Push ${KEY}-more`]);
    expect(text(`${KEY}-more and ${KEY}`)).toBe('••••more and ••••1234');
  });
});

describe('a short key', () => {
  it.each(['a', 'dev', 'any', '"', '\\', '.*', '1'])('changes no word of a body: %s', (key) => {
    const body = `{"identifier":"a","name":"a dev","plan":"any","n":1,"text":"Push a button, push any button: a=1","x":"\\"\\\\.*"}`;
    expect(redactionOf(key).text(body)).toBe(body);
    expect(redactionOf(key).json(JSON.parse(body))).toEqual(JSON.parse(body));
  });

  it.each([
    ['{"push_key":"a","plan":"a"}', '{"push_key":"••••","plan":"a"}'],
    ['{"apiKey": "a"}', '{"apiKey": "••••"}'],
    ['{"authorization":"Push a"}', '{"authorization":"••••"}'],
    ['{"said":"Push a","other":"push a button"}', '{"said":"Push ••••","other":"push a button"}'],
    ['"{\\"token\\":\\"a\\"}"', '"{\\"token\\":\\"••••\\"}"'],
    ['push_key=a&plan=a', 'push_key=••••&plan=a'],
    ['Push a', 'Push ••••'],
    ['{"token":"A"}', '{"token":"A"}'],
  ])('is hidden where it stands as a key: %s', (body, expected) => {
    expect(redactionOf('a').text(body)).toBe(expected);
  });

  it('is hidden in what was read where an attribute is named for it', () => {
    expect(redactionOf('a').json({ push_key: 'a', name: 'a', inner: [{ token: 'a' }] })).toEqual({
      push_key: '••••',
      name: 'a',
      inner: [{ token: '••••' }],
    });
  });
});

describe('the time it takes', () => {
  it.each([
    ['blanks', ' \t'.repeat(50_000)],
    ['quotes', '" : "'.repeat(20_000)],
    ['backslashes', '\\'.repeat(100_000)],
    ['beginnings of the key', 'Push "a-long-push-key-123'.repeat(4000)],
    ['Base64', 'YS1s'.repeat(25_000)],
  ])(
    'does not grow out of hand with %s',
    (_name, body) => {
      for (const key of [KEY, 'a', '\\'.repeat(40), '"']) {
        expect(redactionOf(key).text(body).length).toBeGreaterThan(0);
      }
    },
    5000,
  );
});

describe('nothing to hide', () => {
  it('is left as it is', () => {
    for (const headers of [[], ['Authorization', 'Push '], ['Authorization', '']]) {
      const { text, base64, json } = createRedaction(headers);
      expect([text('Push a'), base64('AAA='), json({ key: '' })]).toEqual(['Push a', 'AAA=', { key: '' }]);
    }
  });
});

describe('what was presented in a wrapping', () => {
  it.each([
    `Push "${KEY}"`,
    `Push token=${KEY}`,
    `Push Push ${KEY}`,
    `Token token="${KEY}"`,
    `Push '${KEY}'`,
  ])('is hidden without it too: %s', (value) => {
    const { text } = createRedaction(['Authorization', value]);
    expect(text(`x ${KEY} y`)).toBe('x ••••1234 y');
  });

  it('is hidden without the endings that ask for a treatment', () => {
    const { text } = createRedaction(['Authorization', `Push ${KEY}+429+503`], undefined, readMagic);
    expect(text(`${KEY}+429+503 ${KEY}+429 ${KEY}`)).toBe('••••+503 ••••+429 ••••1234');
  });
});

describe('letters that JSON escaped', () => {
  it.each(['{"a":"\\u0041\\u005a"}', '{"a":"\\\\u0041"}', '\\u0000'])(
    'stay as they were sent: %s',
    (body) => {
      expect(redactionOf(KEY).text(body)).toBe(body);
    },
  );

  it('leave JSON readable beside a key', () => {
    const body = `{"a":"\\u0022\\u005c\\\\u0041\\u0041","k":"${KEY}"}`;
    expect(JSON.parse(redactionOf(KEY).text(body))).toEqual({ ...JSON.parse(body), k: '••••1234' });
  });
});

describe('the work for one exchange', () => {
  it.each([
    ['Basic credentials of many parts', ['Authorization', `Basic ${btoa(manyParts(3000).join(':'))}`]],
    ['many headers', manyParts(500).flatMap((part) => ['Authorization', `Push ${part}`])],
    ['a key of many endings', ['Authorization', `Push ${KEY}${'+503'.repeat(3000)}`]],
  ])('is bounded with %s', (_name, headers) => {
    const search = vi.spyOn(String.prototype, 'replaceAll');
    try {
      const { text } = createRedaction(headers, undefined, readMagic);
      search.mockClear();
      text('nothing of it');
      expect(search.mock.calls.length).toBeLessThanOrEqual(50);
    } finally {
      search.mockRestore();
    }
  });

  it('is bounded by the length of a key, of which the rest goes along', () => {
    const key = `${'k'.repeat(5000)}-end`;
    const { text } = redactionOf(key);
    expect(text(`a "${key}" b`)).toBe('a "••••" b');
  });
});

function manyParts(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `a-long-part-${number}`);
}
