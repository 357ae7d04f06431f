import { nameOfRef, operationsOf, requestSchemaOf, type Schema, type Spec } from './spec.ts';

/** The schemas directly inside a schema, each with the path that leads to it. */
export function childrenOf(schema: Schema): [string, Schema][] {
  const children: [string, Schema][] = [];
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    children.push([`properties/${name}`, child]);
  for (const keyword of ['allOf', 'anyOf'] as const) {
    schema[keyword]?.forEach((child, index) => {
      children.push([`${keyword}/${index}`, child]);
    });
  }
  for (const keyword of ['items', 'contains', 'not', 'if', 'then', 'else'] as const) {
    const child = schema[keyword];
    if (child !== undefined) children.push([keyword, child]);
  }
  return children;
}

/** The names of all component schemas that request bodies reach, in the file's order. */
export function requestSchemaNames(spec: Spec): string[] {
  const reached = new Set<string>();
  const reach = (schema: Schema): void => {
    if (schema.$ref !== undefined) {
      const name = nameOfRef(schema.$ref, 'schemas');
      const target = spec.components.schemas[name];
      if (target !== undefined && !reached.has(name)) {
        reached.add(name);
        reach(target);
      }
    }
    for (const [, child] of childrenOf(schema)) reach(child);
  };
  for (const operation of operationsOf(spec)) {
    const schema = requestSchemaOf(operation);
    if (schema !== undefined) reach(schema);
  }
  return Object.keys(spec.components.schemas).filter((name) => reached.has(name));
}
