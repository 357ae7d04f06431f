import { parseArgs } from 'node:util';
import type { Settings } from './results.ts';
import { SUBJECTS, type Subject } from './subjects.ts';

/** What a run is asked to do. */
export type Options = {
  readonly subjects: readonly Subject[];
  readonly settings: Settings;
  /** Whether memory is measured, and whether nothing else is. */
  readonly memory: 'too' | 'only' | 'not';
  /** Where the raw figures go; null for nowhere. */
  readonly json: string | null;
};

const FULL: Settings = {
  rounds: 5,
  seconds: 3,
  warmUpSeconds: 0.5,
  firstWarmUpSeconds: 3,
  startUps: 9,
  soakRequests: 1_000_000,
  connections: 10,
  pipelining: 10,
};
const QUICK: Settings = {
  ...FULL,
  rounds: 1,
  seconds: 0.5,
  firstWarmUpSeconds: 0.5,
  startUps: 1,
  soakRequests: 50_000,
};

export const HELP = `Measures Understudy beside bare Fastify and Prism and prints tables.

Usage: npm run bench -- [flags]

  --quick        one short round, to see that it works
  --only NAME    this server and no others (may be repeated): ${SUBJECTS.map(({ name }) => name).join(', ')}
  --memory       memory and nothing else
  --json FILE    writes every sample to a file
  --help         says this
`;

/** From the words of the command line; null when help is wanted. Throws on words that mean nothing. */
export function decodeOptions(words: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      memory: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    subjects: values.only === undefined ? SUBJECTS : values.only.map(findSubject),
    settings: values.quick ? QUICK : FULL,
    memory: values.memory ? 'only' : values.only === undefined ? 'too' : 'not',
    json: values.json ?? null,
  };
}

function findSubject(name: string): Subject {
  const found = SUBJECTS.find((subject) => subject.name === name);
  if (found !== undefined) return found;
  throw new Error(`No server is called "${name}"; there are ${SUBJECTS.map((one) => one.name).join(', ')}.`);
}
