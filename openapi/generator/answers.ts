import { nameOfRef, operationsOf, type Response, type Spec } from './spec.ts';

/** Every error answer of the file; its status, code and text are those of its example, unless a template is given. */
export function refusalsOf(spec: Spec) {
  return Object.entries(spec.components.responses ?? {}).flatMap(([name, response]) => {
    const [mediaType = '', { example = undefined } = {}] = Object.entries(response.content ?? {})[0] ?? [];
    if (example === undefined) return [];
    return [
      {
        status: example.status,
        reason: reasonOf(name, response),
        code: example.code,
        text: response['x-text'] ?? example.errors[0] ?? '',
        example: example.errors[0] ?? '',
        mediaType,
        evidence: response['x-text-evidence'] ?? response['x-evidence'] ?? 'assumed',
      },
    ];
  });
}

/** The one answer that means success, whatever the operation. */
export function acceptanceOf(spec: Spec): { status: number; reason: string } {
  const accepting = operationsOf(spec).flatMap(({ responses }) =>
    Object.entries(responses).filter(([status]) => status.startsWith('2')),
  );
  const [first, ...others] = new Map(
    accepting.map(([status, { $ref = '' }]) => [`${status} ${$ref}`, status]),
  );
  if (first === undefined || others.length > 0)
    throw new Error('Every operation has to answer success alike, with one component of the file.');
  const [key, status] = first;
  const name = nameOfRef(key.slice(status.length + 1), 'responses');
  const response = spec.components.responses?.[name];
  if (response === undefined) throw new Error(`There is no response ${name}.`);
  return { status: Number(status), reason: reasonOf(name, response) };
}

/** The names of all headers that answers describe, by their components in lower camel case. */
export function rateHeadersOf(spec: Spec): Record<string, string> {
  const named = Object.values(spec.components.responses ?? {}).flatMap(({ headers = {} }) =>
    Object.entries(headers).map(([name, { $ref }]): [string, string] => {
      const component = nameOfRef($ref, 'headers');
      return [component.charAt(0).toLowerCase() + component.slice(1), name];
    }),
  );
  return Object.fromEntries(named);
}

/** Where the real service answers. */
export function serverUrlOf(spec: Spec): string {
  const url = spec.servers?.[0]?.url;
  if (url === undefined) throw new Error('The file has no server.');
  return url;
}

function reasonOf(name: string, response: Response): string {
  const reason = response['x-reason'];
  if (reason === undefined) throw new Error(`The response ${name} has no x-reason.`);
  return reason;
}
