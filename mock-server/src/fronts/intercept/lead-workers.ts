import { syncBuiltinESMExports } from 'node:module';
import workers from 'node:worker_threads';
import { withRequired } from '../environment.ts';

/**
 * Has every worker of this process load a file before all else. Left to itself Node does not have workers that are made of a
 * text, or are given flags or an environment, load what it loads for all others.
 */
export function leadWorkers(file: string): void {
  workers.Worker = new Proxy(workers.Worker, {
    construct: (target, [source, options], made) =>
      Reflect.construct(target, [source, withFile(options, file)], made),
  });
  syncBuiltinESMExports();
}

function withFile(options: unknown, file: string): unknown {
  if (options !== undefined && !isObject(options)) return options;
  const env: unknown = options?.env ?? process.env;
  // The symbol is for an environment that is shared, which is no worker's to change.
  if (!isObject(env)) return options;
  const before = typeof env.NODE_OPTIONS === 'string' ? env.NODE_OPTIONS : '';
  const after = withRequired(before, file);
  return before === after ? options : { ...options, env: { ...env, NODE_OPTIONS: after } };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
