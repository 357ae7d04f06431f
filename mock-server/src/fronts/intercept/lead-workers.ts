import { syncBuiltinESMExports } from 'node:module';
import workers from 'node:worker_threads';
import { withRequired } from '../environment.ts';

/**
 * Has every worker of this process load a file before all else. Left to itself Node does not have workers that are made of a
 * text, or are given flags or an environment, load what it loads for all others.
 */
export function leadWorkers(file: string): void {
  workers.Worker = new Proxy(workers.Worker, {
    construct(target, [source, options], made) {
      const [first, ...others] = toLed(options, file);
      let last = first;
      for (const next of others) {
        try {
          return Reflect.construct(target, [source, last], made);
        } catch (error) {
          if (!isOfFlags(error)) throw error;
          last = next;
        }
      }
      return Reflect.construct(target, [source, last], made);
    },
  });
  syncBuiltinESMExports();
}

/** What to make a worker with, the best first; Node does not take each of them. */
function toLed(options: unknown, file: string): readonly [unknown, ...unknown[]] {
  if (options !== undefined && !isObject(options)) return [options];
  const { env = process.env, execArgv: own, eval: isText } = options ?? {};
  // The symbol is for an environment that is shared, which is no worker's to change; but for texts, what shares it loads what we have loaded.
  const isShared = !isObject(env);
  if (isShared && isText !== true) return [options];
  const { NODE_OPTIONS: before = '' } = isShared ? process.env : env;
  const after = withRequired(String(before), file);
  if (before === after) return [options];
  const byFlags = (flags: readonly unknown[]): unknown => ({
    ...options,
    execArgv: [...flags, '--require', file],
  });
  if (isShared) return Array.isArray(own) ? [byFlags(own)] : [byFlags(process.execArgv), byFlags([])];
  const byEnvironment = { ...options, env: { ...env, NODE_OPTIONS: after } };
  // Where NODE_OPTIONS is not quite ours Node refuses all in it that is for whole processes, such as --use-openssl-ca.
  return Array.isArray(own)
    ? [byEnvironment, byFlags(own)]
    : [byEnvironment, byFlags(process.execArgv), byFlags([])];
}

const isOfFlags = (error: unknown): boolean =>
  isObject(error) && error.code === 'ERR_WORKER_INVALID_EXEC_ARGV';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
