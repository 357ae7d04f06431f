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
    name: 'exec',
    summary: 'Runs a command beside it, and tells how that behaved.',
    load: async () => (await import('./exec/exec-command.ts')).execCommand,
  },
  {
    name: 'conduct',
    summary: 'Tells how a client behaved.',
    load: async () => (await import('./conduct/conduct-command.ts')).conductCommand,
  },
  {
    name: 'init',
    summary: 'Writes a configuration file with every setting explained.',
    load: async () => (await import('./init/init-command.ts')).initCommand,
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
  {
    name: 'replay',
    summary: 'Sends the requests of an HTTP Archive again.',
    load: async () => (await import('./replay/replay-command.ts')).replayCommand,
  },
];
