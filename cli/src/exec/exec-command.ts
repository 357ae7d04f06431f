import type { Command } from '../command.ts';
import { defineCommand } from '../command.ts';
import { defineReportFlag, verdictFlags } from '../conduct/verdict-flags.ts';
import { defineChoiceFlag, defineSwitch, type Options } from '../flags.ts';
import type { Io } from '../io.ts';
import { parseFlags } from '../parse-flags.ts';
import { LOG_LEVELS } from '../start/log-level.ts';
import { serveFlags } from '../start/serve-flags.ts';
import { UsageError } from '../usage-error.ts';
import { EXEC_FORMATS } from './exec-formats.ts';

export const execFlags = {
  intercept: defineSwitch({
    help: 'Has programs of Node that know only push.userlist.com and incoming.userlist.com reach the stand-in, unchanged: the command itself and what it starts.',
  }),
  ...verdictFlags,
  report: defineReportFlag(
    EXEC_FORMATS,
    'Writes a file when the command has ended; text, json and junit tell how its client behaved, har and ndjson are the journal, with the keys hidden. Formats',
  ),
  json: defineSwitch({
    help: 'Prints one JSON object as the last line on standard output, in the place of the summary.',
  }),
  ...serveFlags,
  https: defineSwitch({ help: 'Listens for HTTPS too, at a free port.' }),
  'log-level': defineChoiceFlag({
    choices: LOG_LEVELS,
    help: 'What is logged on standard error: crashes (error), problems at the start (warn), a line a request (info), its details (debug). Without this flag warn.',
  }),
};

export type ExecOptions = Options<typeof execFlags>;

const VARIABLES = [
  ['USERLIST_PUSH_ENDPOINT', 'The address to send to.'],
  ['USERLIST_PUSH_KEY', 'The push key: the first of --push-key, else dev.'],
  ['UNDERSTUDY_URL', 'The same address; the desk is below it, at /_control.'],
  ['UNDERSTUDY_CONTROL_TOKEN', 'What the desk wants to be shown, where it wants something.'],
  ['UNDERSTUDY_HTTPS_URL', 'With --https, the address over TLS.'],
  ['UNDERSTUDY_CA_FILE', 'With --https, the certificate to trust there.'],
  ['NODE_EXTRA_CA_CERTS', 'With --https, the same, unless it is set already.'],
  ['NODE_OPTIONS', 'With --intercept, a --require behind what it has.'],
  ['NO_PROXY, no_proxy', 'Where a proxy is set, also the names that are not for it.'],
] as const;

const DASHES = '--';

/** Its flags end at two dashes; what comes behind them is somebody else's command line. */
export const execCommand: Command = {
  renderHelp: () => toCommand([]).renderHelp(),
  async invoke(words, io) {
    const at = words.indexOf(DASHES);
    const command = at === -1 ? [] : words.slice(at + 1);
    const own = at === -1 ? words : words.slice(0, at);
    const meant = at === -1 ? findMeant(words, io) : '';
    if (meant !== '')
      throw new UsageError(
        `Write the command behind two dashes: understudy exec -- ${meant}; where something takes those away, as npm exec does, run npx understudy exec -- ${meant} or npm exec -- understudy exec -- ${meant}.`,
      );
    return toCommand(command).invoke(own, io);
  },
};

/** What looks like a command among words without two dashes; empty where nothing does. */
function findMeant(words: readonly string[], { env }: Io): string {
  const [first = '-'] = words;
  const meant = first.startsWith('-')
    ? parseFlags(execFlags, words, env, 'understudy exec --help').operands
    : words;
  return meant.join(' ');
}

function toCommand(words: readonly string[]): Command {
  return defineCommand({
    name: 'exec',
    summary: 'Runs a command beside a stand-in of its own, and tells how its client behaved.',
    usage: 'understudy exec [flags] -- COMMAND',
    flags: execFlags,
    variables: { title: 'The command finds in its environment', rows: VARIABLES },
    notes: [
      'The port is a free one. The command has the terminal and the standard streams; when it has ended, standard error says what arrived, what was refused, what was probably not meant so, and how the client behaved. SIGINT, SIGTERM and SIGHUP are passed on to it, and it does not outlive understudy, however that ends.',
      'Exit codes: that of the command; 1 if that was 0 and --fail-on hit; 128 + n when signal n ended it; 126 when it cannot be run, 127 when it is not there; 2 misuse, or a report that cannot be written.',
    ],
    examples: [
      'understudy exec -- ruby sync.rb',
      'understudy exec --rate-limit tiny -- python3 import.py',
      'understudy exec --report har=sent.har -- php artisan test',
      'understudy exec --intercept -- npm test',
      `understudy exec --https -- sh -c 'SSL_CERT_FILE=$UNDERSTUDY_CA_FILE ./push "$UNDERSTUDY_HTTPS_URL"'`,
      'understudy exec --fail-on retry-after,lost,duplicate --report junit=conduct.xml -- node sync.js',
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
  const [{ exec }, { runChild }, { placeIntercept }] = await Promise.all([
    import('./exec.ts'),
    import('./run-child.ts'),
    import('./place-intercept.ts'),
  ]);
  return exec({ options, given, command: [name, ...words] }, io, { runChild, placeIntercept });
}
