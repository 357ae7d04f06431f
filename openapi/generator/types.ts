import openapiTS, { astToString } from 'openapi-typescript';

/** Renders the TypeScript types of a view of the file. */
export async function toTypes(view: object): Promise<string> {
  return astToString(
    await openapiTS(structuredClone(view) as Parameters<typeof openapiTS>[0], { immutable: false }),
  );
}
