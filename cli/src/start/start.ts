import type { Io } from '../io.ts';
import { VERSION } from '../version.ts';
import { serve } from './serve.ts';
import { type StartOptions, startFlags } from './start-flags.ts';
import { renderStartLine, renderStartText } from './start-text.ts';
import { fromChosen } from './to-serve-options.ts';
import { untilStopped } from './until-stopped.ts';
import { withConfiguration } from './with-configuration.ts';

/** Serves the simulated Push API and its desk until it is told to stop; resolves with the exit code. */
export async function start(options: StartOptions, io: Io, given: ReadonlySet<string>): Promise<number> {
  const stopped = new AbortController();
  const choosing = withConfiguration(startFlags, options, given, io);
  const serving = choosing.then((chosen) => serve(fromChosen(chosen, io), io, stopped.signal));
  const stopping = untilStopped(io, async () => {
    stopped.abort();
    // A server that is closed while it begins to listen would neither listen nor close.
    const served = await serving.catch(() => null);
    await served?.close();
  });
  const served = await serving.catch((error: unknown) => {
    stopping.forget();
    throw error;
  });
  const { choices, configFile } = await choosing;
  const running = { ...served, configFile, pid: io.pid };
  io.stdout.write(choices.json ? renderStartLine(running) : renderStartText(running, VERSION));
  return stopping.exitCode;
}
