import type { Schema, Spec } from '../generator/spec.ts';

/** A file with one operation for each of some schemas, named by them. */
export function toSmallSpec(schemas: Readonly<Record<string, Schema>>, more: Partial<Spec> = {}): Spec {
  const paths = Object.keys(schemas).map((name) => {
    const schema = { $ref: `#/components/schemas/${name}` };
    const post = {
      operationId: `push${name}`,
      requestBody: { content: { 'application/json': { schema } } },
      responses: {},
    };
    return [`/${name}`, { post }];
  });
  return {
    info: { title: 'Small', version: '1' },
    paths: Object.fromEntries(paths),
    components: { schemas },
    ...more,
  };
}
