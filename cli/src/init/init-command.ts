import { defineCommand } from '../command.ts';
import { defineSwitch, defineTextFlag, type Options } from '../flags.ts';

const flags = {
  dir: defineTextFlag({
    default: '.',
    placeholder: 'FOLDER',
    help: 'Where to write it; the folder has to be there.',
  }),
  force: defineSwitch({ help: 'Overwrites what is there.' }),
};

export type InitOptions = Options<typeof flags>;

export const initCommand = defineCommand({
  name: 'init',
  summary: 'Writes a configuration file with every setting explained, and its JSON Schema for editors.',
  flags,
  notes: [
    'Nothing in the file is active until its comment marks are taken away. understudy start reads it where it is run.',
    'Exit codes: 0 written, 2 a file that is there already, or a folder that cannot be written to.',
  ],
  examples: ['understudy init', 'understudy init --dir test'],
  run: async (options, _operands, io) => (await import('./init.ts')).init(options, io),
});
