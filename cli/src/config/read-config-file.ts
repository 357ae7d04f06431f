import { isAbsolute, join } from 'node:path';
import { findMistakes } from './find-mistakes.ts';
import { type Mistake, type Place, renderMistake } from './mistake.ts';
import { parseYaml } from './parse-yaml.ts';
import { readBoundedFile } from './read-bounded-file.ts';
import type { Schema } from './schema.ts';
import { throwMistakes } from './throw-mistakes.ts';

/** A file whose names and kinds have been checked. */
export type ConfigFile<Value> = {
  readonly value: Value;
  /** As it is called in sentences. */
  readonly name: string;
  /** The line that tells of a mistake in it. */
  blame(mistake: Mistake): string;
};

const MOST_BYTES = 2 * 1024 * 1024;

/** Reads a file in YAML or JSON as a schema has it; null when there is none. Throws a UsageError that shows all mistakes. */
export async function readConfigFile<Value>(
  name: string,
  folder: string,
  schema: Schema,
): Promise<ConfigFile<Value> | null> {
  const text = await readBoundedFile(isAbsolute(name) ? name : join(folder, name), name, MOST_BYTES);
  if (text === null) return null;
  const { value, mistakes, locate } = parseYaml(text);
  const render = (mistake: Mistake & { readonly place?: Place }): string =>
    renderMistake(name, mistake.place ?? locate(mistake.path, mistake.isName ?? false), mistake);
  throwMistakes(mistakes, render);
  throwMistakes(findMistakes(value, schema), render);
  // Everything that is not of this kind has just been found.
  return { value: value as Value, name, blame: render };
}
