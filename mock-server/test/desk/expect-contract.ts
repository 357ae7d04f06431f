import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { parse } from 'yaml';

type Spec = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Record<string, object> }>>>
  >;
};

const spec = parse(
  readFileSync(new URL(import.meta.resolve('@understudy/openapi/control-api.yaml')), 'utf8'),
) as Spec;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(spec, 'control');

/** Fails unless the file of the desk's contract has this status for the operation, and the body fits its schema. */
export function expectContract(method: string, target: string, status: number, json: unknown): void {
  const validate = validatorOf(method === 'HEAD' ? 'GET' : method, target, status);
  validate(json);
  expect(validate.errors ?? [], `${method} ${target} → ${status}: ${JSON.stringify(json)}`).toEqual([]);
}

function validatorOf(method: string, target: string, status: number): ValidateFunction {
  const [path = ''] = target.split(/[?#]/);
  const template = Object.keys(spec.paths)
    .filter((each) => new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .sort((one, other) => one.split('{').length - other.split('{').length)[0];
  const operation = template === undefined ? undefined : spec.paths[template]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined) return compile('/components/schemas/Problem');
  const response = operation.responses[String(status)];
  if (response === undefined)
    throw new Error(`${method} ${template} has no status ${status} in the contract.`);
  const at = `/paths/${escapePointer(template)}/${method.toLowerCase()}/responses/${status}`;
  const pointer = '$ref' in response ? String(response.$ref).slice(1) : at;
  return compile(`${pointer}/content/${escapePointer('application/json')}/schema`);
}

function compile(pointer: string): ValidateFunction {
  const validate = ajv.getSchema(`control#${encodeURI(pointer)}`);
  if (validate === undefined) throw new Error(`The contract has nothing at ${pointer}.`);
  return validate;
}

function escapePointer(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
