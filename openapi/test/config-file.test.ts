import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { STARTER } from '../generated/config/starter.ts';
import schema from '../generated/config/understudy.config.schema.json' with { type: 'json' };

const ajv = new Ajv({ strict: false, allErrors: true });

describe('The JSON Schema of the configuration file', () => {
  it('is a valid schema of draft 7', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  });

  it('takes every sample of the file to begin with', () => {
    const samples: unknown = parse(STARTER.replaceAll(/^# (?!yaml-)/gm, ''));
    const validate = ajv.compile(schema);
    expect([validate(samples), validate.errors]).toEqual([true, null]);
  });

  it.each([{ prot: 1 }, { settings: { rate_limit: 'tiny' } }, { faults: [{ effect: { statsu: 503 } }] }])(
    'refuses %j',
    (configuration) => {
      expect(ajv.compile(schema)(configuration)).toBe(false);
    },
  );
});
