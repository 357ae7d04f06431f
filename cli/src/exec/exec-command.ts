import type { Command } from '../command.ts';
import { defineCommand } from '../command.ts';
import { verdictFlags } from '../conduct/verdict-flags.ts';
import { defineSwitch, type Options } from '../flags.ts';
import type { Io } from '../io.ts';
import { serveFlags } from '../start/serve-flags.ts';
import { UsageError } from '../usage-error.ts';

export const execFlags = {
  ...verdictFlags,
  json: defineSwitch({
    help: 'Prints one JSON object as the last line on standard output, in the place of the summary.',
  }),
  ...serveFlags,
};

export type ExecOptions = Options<typeof execFlags>;

const DASHES = '--';

/** Its flags end at two dashes; what comes behind them is somebody else's command line. */
export const execCommand: Command = {
  renderHelp: () => toCommand([]).renderHelp(),
  async invoke(words, io) {
    const at = words.indexOf(DASHES);
    const command = at === -1 ? [] : words.slice(at + 1);
    const own = at === -1 ? words : words.slice(0, at);
    const [first = ''] = own;
    if (first !== '' && !first.startsWith('-'))
      throw new UsageError(`Write the command behind two dashes: understudy exec -- ${words.join(' ')}.`);
    return toCommand(command).invoke(own, io);
  },
};

function toCommand(words: readonly string[]): Command {
  return defineCommand({
    name: 'exec',
    summary: 'Runs a command beside a stand-in of its own, and tells how its client behaved.',
    usage: 'understudy exec [flags] -- COMMAND',
    flags: execFlags,
    notes: [
      'The command finds the stand-in by USERLIST_PUSH_ENDPOINT, its key in USERLIST_PUSH_KEY, and the desk below UNDERSTUDY_URL; the port is a free one. It has the terminal and the standard streams; the summary is printed on standard error when it has ended. SIGINT, SIGTERM and SIGHUP are passed on to it.',
      'Exit codes: that of the command; 1 if that was 0 and --fail-on hit; 128 + n when signal n ended it; 126 when it cannot be run, 127 when it is not there; 2 misuse.',
    ],
    examples: [
      'understudy exec -- npm test',
      'understudy exec --fail-on retry-after,lost,duplicate --report junit=conduct.xml -- node sync.js',
      'understudy exec --rate-limit tiny -- python3 import.py',
    ],
    run: async (options, _operands, io, given) => run(options, words, io, given),
  });
}

async function run(
  options: ExecOptions,
  command: readonly string[],
  io: Io,
  given: ReadonlySet<string>,
): Promise<number> {
  const [name = '', ...words] = command;
  if (name.trim() === '')
    throw new UsageError(
      'There is no command to run; write it behind two dashes: understudy exec -- npm test.',
    );
  const [{ exec }, { runChild }] = await Promise.all([import('./exec.ts'), import('./run-child.ts')]);
  return exec({ options, given, command: [name, ...words] }, io, runChild);
}
