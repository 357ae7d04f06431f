import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Described = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId?: string;
            readonly requestBody?: {
              readonly content?: Readonly<
                Record<string, { readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }>
              >;
            };
          }
        >
      >
    >
  >;
};

/** The bodies that the contract gives as examples, by operation. */
export const documentedBodies: ReadonlyMap<string, readonly unknown[]> = new Map(
  ['push-api.yaml', 'incoming-api.yaml'].flatMap(examplesOf),
);

function examplesOf(file: string): [string, unknown[]][] {
  const text = readFileSync(new URL(`../../../openapi/${file}`, import.meta.url), 'utf8');
  const { paths } = parse(text) as Described;
  return Object.values(paths)
    .flatMap((operations) => Object.values(operations))
    .map(({ operationId = '', requestBody }) => [
      operationId,
      Object.values(requestBody?.content ?? {}).flatMap(({ examples = {} }) =>
        Object.values(examples).map(({ value }) => value),
      ),
    ]);
}
