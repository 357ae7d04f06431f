type Environment = Readonly<Record<string, string | undefined>>;

const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy'];
const [LOWER, UPPER] = ['no_proxy', 'NO_PROXY'] as const;

/**
 * What NODE_OPTIONS has to be so that Node loads a file before a program and in its workers, those made of a text too, for
 * which `--import` is not heeded. Behind what is there: what was loaded before is led as well.
 */
export function withRequired(options: string, file: string): string {
  const own = `--require "${file.replace(/["\\]/g, '\\$&')}"`;
  if (options.includes(own)) return options;
  return options.trim() === '' ? own : `${options} ${own}`;
}

/**
 * What an environment has to say so that programs reach some hosts without a proxy. Nothing where no proxy is named. Both
 * spellings, since some programs read one and some the other, and who reads both prefers the small one.
 */
export function toNoProxy(env: Environment, hosts: readonly string[]): Readonly<Record<string, string>> {
  const isNamed = PROXIES.some((name) => env[name] || env[name.toUpperCase()]);
  if (!isNamed) return {};
  return {
    [LOWER]: withHosts(env[LOWER] || env[UPPER] || '', hosts),
    [UPPER]: withHosts(env[UPPER] || env[LOWER] || '', hosts),
  };
}

function withHosts(text: string, hosts: readonly string[]): string {
  const named = text.split(/[\s,]+/).filter((host) => host !== '');
  if (named.includes('*')) return text;
  const missing = hosts.filter((host) => !named.includes(host));
  return missing.length === 0 ? text : [...named, ...missing].join(',');
}
