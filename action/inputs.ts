type Environment = Readonly<Record<string, string | undefined>>;

const TEXTS = ['port', 'push-key', 'rate-limit', 'config'];
const SWITCHES = ['strict', 'https'];

/** An input as the runner hands it over; empty where it is not given. */
export function readInput(name: string, env: Environment): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/**
 * The flags that the inputs mean. Those that are not given mean none, so that variables and the configuration count. Throws
 * on a switch that is neither true nor false; what the flags themselves may be is for the command to say.
 */
export function toStartWords(env: Environment): string[] {
  const texts = TEXTS.flatMap((name) => {
    const text = readInput(name, env);
    return text === '' ? [] : [`--${name}=${text}`];
  });
  return [...texts, ...SWITCHES.filter((name) => isOn(name, env)).map((name) => `--${name}`)];
}

/** What is to be kept out of the log: a key, and what may be meant as one where commas are in it, for it may come alone too. */
export function toSecrets(text: string): string[] {
  const keys = text.split(',').map((part) => part.trim());
  return [...new Set([text, ...keys])].filter((each) => each !== '');
}

function isOn(name: string, env: Environment): boolean {
  const text = readInput(name, env);
  if (/^true$/i.test(text)) return true;
  if (text === '' || /^false$/i.test(text)) return false;
  throw new Error(`The input ${name} is "${text}"; write true or false.`);
}
