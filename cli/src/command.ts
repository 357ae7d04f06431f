import type { FlagTable, Options } from './flags.ts';
import type { Io } from './io.ts';
import { parseFlags } from './parse-flags.ts';
import { type CommandWords, renderHelp } from './render-help.ts';
import { UsageError } from './usage-error.ts';

/** A command whose own types are nobody else's business. */
export type Command = {
  renderHelp(): string;
  /** Reads the words behind the command's name and does its work; resolves with the exit code. Throws a UsageError. */
  invoke(words: readonly string[], io: Io): Promise<number>;
};

export type CommandDefinition<Flags extends FlagTable> = CommandWords & {
  readonly flags: Flags;
  /** `given` has the names of the flags that are no defaults. */
  run(
    options: Options<Flags>,
    operands: readonly string[],
    io: Io,
    given: ReadonlySet<string>,
  ): Promise<number>;
};

export function defineCommand<Flags extends FlagTable>(definition: CommandDefinition<Flags>): Command {
  const { name, flags, operand } = definition;
  return {
    renderHelp: () => renderHelp(definition, flags),
    async invoke(words, io) {
      const { options, operands, given } = parseFlags(flags, words, io.env, `understudy ${name} --help`);
      const most = operand?.most ?? 0;
      const superfluous = operands[most];
      if (superfluous !== undefined) {
        const allowed = most === 0 ? 'takes only flags' : `takes at most ${most} of these`;
        throw new UsageError(
          `understudy ${name} does not know what to do with "${superfluous}": it ${allowed}.`,
        );
      }
      return definition.run(options, operands, io, given);
    },
  };
}
