import { createProcessIo } from './process-io.ts';
import { runCommandLine } from './run-command-line.ts';
import { VERSION } from './version.ts';

const FAILED = 1;

/** Runs the command line that a process was started with, and ends that process. */
export async function main(process: NodeJS.Process): Promise<void> {
  const fail = (error: unknown): void => {
    process.stderr.write(renderFailure(error));
    process.exit(FAILED);
  };
  process.on('uncaughtException', fail);
  try {
    const code = await runCommandLine(process.argv.slice(2), createProcessIo(process));
    await Promise.all([flush(process.stdout), flush(process.stderr)]);
    process.exit(code);
  } catch (error) {
    fail(error);
  }
}

function renderFailure(error: unknown): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `Understudy ${VERSION} failed, and that is its own fault: please report it to its maintainers with these lines.\n${trace}\n`;
}

// Pipes are written to in the background on Windows; an exit would lose their last lines.
function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (!stream.writable) resolve();
    else stream.write('', () => resolve());
  });
}
