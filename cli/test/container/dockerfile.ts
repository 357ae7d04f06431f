/** One instruction: its name in capitals, its flags such as `--from=build`, and what follows, as words and as it stands. */
export type Instruction = {
  readonly name: string;
  readonly flags: Readonly<Record<string, string>>;
  readonly words: readonly string[];
  readonly text: string;
};

/** What one FROM begins. */
export type Stage = {
  readonly base: string;
  readonly name: string | null;
  readonly instructions: readonly Instruction[];
};

/** Reads a Dockerfile, in as much of its language as ours is written in. Throws on what it does not know. */
export function parseDockerfile(text: string): Stage[] {
  const stages: { base: string; name: string | null; instructions: Instruction[] }[] = [];
  const lines = text.replace(/\\\n\s*/g, ' ').split('\n');
  for (const line of lines.filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    const instruction = parseInstruction(line);
    if (instruction.name === 'FROM') {
      const [base = '', as, name] = instruction.words;
      stages.push({ base, name: as === 'AS' && name !== undefined ? name : null, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`There is no FROM before: ${line}`);
    stage.instructions.push(instruction);
  }
  return stages;
}

const KNOWN = /^(?:FROM|WORKDIR|COPY|RUN|LABEL|ENV|USER|VOLUME|EXPOSE|HEALTHCHECK|ENTRYPOINT|CMD) /;

function parseInstruction(line: string): Instruction {
  if (!KNOWN.test(line)) throw new Error(`No instruction that is known here: ${line}`);
  const [, name = '', given = '', text = ''] = /^([A-Z]+)((?: --[a-z-]+=\S+)*) (.*)$/.exec(line) ?? [];
  const flags = [...given.matchAll(/--([a-z-]+)=(\S+)/g)].map(([, flag, value]) => [flag, value]);
  return { name, flags: Object.fromEntries(flags), words: toWords(text), text };
}

/** A list in JSON, or words between blanks. */
function toWords(text: string): string[] {
  const list = text.slice(text.indexOf('['));
  if (list.startsWith('[') && list.endsWith(']')) return JSON.parse(list);
  return text.split(' ').filter((word) => word !== '');
}

/** The last instruction of a name; only that one counts for most. Throws where there is none. */
export function lastOf({ instructions }: Stage, name: string): Instruction {
  const found = instructions.findLast((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** The variables that a stage sets. */
export function environmentOf({ instructions }: Stage): Record<string, string> {
  const pairs = instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ words }) => words.map((word) => word.split('=')));
  return Object.fromEntries(pairs);
}
