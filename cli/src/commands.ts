import type { Command } from './command.ts';

/** A command before it is loaded: each is loaded only when it is called, since start-up time counts. */
export type CommandEntry = {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
};

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'Runs the simulated Push API.',
    load: async () => (await import('./start/start-command.ts')).startCommand,
  },
  {
    name: 'ready',
    summary: 'Tells whether it answers yet, for scripts.',
    load: async () => (await import('./ready/ready-command.ts')).readyCommand,
  },
  {
    name: 'send',
    summary: 'Sends RudderStack or Segment messages from a file or standard input.',
    load: async () => (await import('./send/send-command.ts')).sendCommand,
  },
];
