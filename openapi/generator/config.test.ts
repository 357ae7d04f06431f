import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseConfig, settingsOf, toConfigJsonSchema } from './config.ts';
import { toStarterFile } from './config-starter.ts';
import { parseSpec } from './spec.ts';

const read = (name: string): Promise<string> => readFile(join(import.meta.dirname, '..', name), 'utf8');
const config = await read('config.yaml');
const desk = parseSpec(await read('control-api.yaml'));
const parsed = parseConfig(config, desk);

const refused: readonly [string, string, string, RegExp][] = [
  [
    'a keyword that nobody reads',
    'maximum: 65535',
    'multipleOf: 2',
    /"multipleOf" at Configuration\/properties\/port/,
  ],
  [
    'a keyword that nobody reads in what further attributes are',
    "additionalProperties: { $ref: '#/$defs/Account' }",
    'additionalProperties: { pattern: x }',
    /"pattern" at Configuration\/properties\/accounts\/additionalProperties/,
  ],
  ['a reference to nowhere', '#/$defs/Seeds', '#/$defs/Seed', /no schema "Seed" for/],
  [
    'a reference to nothing of the desk',
    'schemas/FaultOrder',
    'schemas/FaultOrders',
    /no schema "FaultOrders" for/,
  ],
  [
    'a reference to another file',
    'control-api.yaml#/components/schemas/Names',
    'other.yaml#/Names',
    /other\.yaml#\/Names, which nobody follows/,
  ],
  [
    'a name that the desk has too',
    '  Account:',
    '  Names: { type: string }\n  Account:',
    /two schemas named "Names"/,
  ],
];

describe('The description of the configuration file', () => {
  it.each(refused)('may not have %s', (_, before, after, message) => {
    expect(config).toContain(before);
    expect(() => parseConfig(config.replaceAll(before, after), desk)).toThrow(message);
  });

  it('takes from the desk what it refers to, and what that refers to', () => {
    expect(Object.keys(parsed)).toEqual(
      expect.arrayContaining(['FaultOrder', 'FaultEffect', 'TimelineStep']),
    );
    expect(parsed.FaultEffect).toEqual(desk.components.schemas.FaultEffect);
  });

  it.each([
    ['an example', /\n +examples: \[4010\]/],
    ['a description', /\n +description: Where to listen; .*/],
  ])('has %s for each setting', (_, line) => {
    expect(config).toMatch(line);
    expect(() => settingsOf(parseConfig(config.replace(line, ''), desk))).toThrow(
      'The setting port has no description, or no example.',
    );
  });
});

describe('The JSON Schema for editors', () => {
  const schema = JSON.parse(toConfigJsonSchema(parsed, 'config.yaml'));

  it('is closed at every depth, but for what people name themselves', () => {
    const open: string[] = [];
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties, additionalProperties } = value as Record<string, unknown>;
      if (typeof properties === 'object' && additionalProperties !== false) open.push(where);
      if (additionalProperties === true) open.push(where);
      for (const [name, inner] of Object.entries(value))
        if (name !== 'examples') visit(inner, `${where}/${name}`);
    };
    visit(schema, '');
    expect(
      open.filter(
        (where) => !/Seeds|FaultMatch\/properties\/body$|FaultEffect\/properties\/headers$/.test(where),
      ),
    ).toEqual([]);
    expect(open.filter((where) => where.includes('Seeds'))).toHaveLength(4);
  });

  it('says nothing beside a reference, where editors would not look', () => {
    expect(JSON.stringify(schema)).not.toMatch(/"\$ref":"[^"]*",|,"\$ref":/);
  });
});

describe('The file to begin with', () => {
  const starter = toStarterFile(parsed);

  it('holds every setting, and none of them active', () => {
    expect(parse(starter)).toBe(null);
    expect(Object.keys(parse(starter.replaceAll(/^# (?!yaml-)/gm, '')))).toEqual(
      Object.keys(parsed.Configuration?.properties ?? {}),
    );
  });

  it('says something of each setting in front of it', () => {
    const named = starter.split('\n\n').slice(2);
    expect(named).toHaveLength(Object.keys(parsed.Configuration?.properties ?? {}).length);
    for (const part of named) expect(part).toMatch(/^(?:## .+\n)+# \w+:/);
  });

  it('has no line wider than an editor', () => {
    expect(Math.max(...starter.split('\n').map((line) => line.length))).toBeLessThanOrEqual(105);
  });
});
