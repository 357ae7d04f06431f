import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { ZodType } from 'zod';
import type { Check, Violation } from '../generated/push/checks.ts';
import type { Spec } from '../generator/spec.ts';

/** What everybody says of one payload. */
export type Verdicts = {
  readonly ajv: boolean;
  readonly plain: boolean;
  readonly zod: boolean;
  /** Whether `explain` had nothing to object to. */
  readonly unobjectionable: boolean;
};

export type Judge = (name: string, payload: unknown) => Verdicts;

/** Asks ajv, the plain checks and the zod schemas about the schemas of one file. */
export function createJudge(
  spec: Pick<Spec, 'components'>,
  checks: Readonly<Record<string, Check>>,
  schemas: Readonly<Record<string, unknown>>,
): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'spec', components: { schemas: spec.components.schemas } });
  const compiled = new Map<string, ValidateFunction>();
  return (name, payload) => {
    const validate = compiled.get(name) ?? ajv.compile({ $ref: `spec#/components/schemas/${name}` });
    compiled.set(name, validate);
    const check = checks[name];
    const schema = schemas[name] as ZodType | undefined;
    if (check === undefined || schema === undefined) throw new Error(`${name} was not generated.`);
    const violations: Violation[] = [];
    check.explain(payload, { pointer: '', names: [] }, violations);
    return {
      ajv: validate(payload),
      plain: check.is(payload),
      zod: schema.safeParse(payload).success,
      unobjectionable: violations.length === 0,
    };
  };
}

/** True when all say the same. */
export const isUnanimous = ({ ajv, plain, zod, unobjectionable }: Verdicts): boolean =>
  ajv === plain && ajv === zod && ajv === unobjectionable;
