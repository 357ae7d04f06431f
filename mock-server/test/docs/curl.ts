/** What a curl command on a page would send. */
export type CurlRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Whether curl would fail on a status from 400 on. */
  readonly fails: boolean;
  /** Whether curl would give up after some time. */
  readonly hasPatience: boolean;
};

const FAILING = new Set(['-f', '-fsS', '--fail', '--fail-with-body']);
const HARMLESS = new Set(['-s', '-S', '-sS', '-i']);

/** Reads the curl commands of a shell block, one after the other. Throws on anything else that a shell would do. */
export function readCurls(block: string): CurlRequest[] {
  const lines = block.replaceAll(/\\\n/g, ' ').trim().split('\n');
  return lines.map((line) => toRequest(wordsOf(line.trim())));
}

/** A shell's words, as far as a page needs them: plain ones, and such in single quotes. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let rest = line;
  while (rest !== '') {
    const [whole = '', quoted, plain] = /^(?:'([^']*)'|([^\s'"$`|&;<>()\\]+))(?:\s+|$)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`Only plain words and those in single quotes are read, not: ${rest}`);
    words.push(quoted ?? plain ?? '');
    rest = rest.slice(whole.length);
  }
  return words;
}

function toRequest([command, ...words]: readonly string[]): CurlRequest {
  if (command !== 'curl') throw new Error(`${command} is not curl.`);
  const headers: Record<string, string> = {};
  let method: string | undefined;
  let body: string | undefined;
  let url = '';
  let fails = false;
  let hasPatience = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const value = words[at + 1] ?? '';
    if (FAILING.has(word)) fails = true;
    else if (word === '-X') method = value;
    else if (word === '-d') body = value;
    else if (word === '-u') headers.Authorization = `Basic ${btoa(value)}`;
    else if (word === '-m') hasPatience = true;
    else if (word === '--json') {
      body = value;
      headers['Content-Type'] = 'application/json';
    } else if (word === '-H') {
      const [name = '', ...rest] = value.split(': ');
      headers[name] = rest.join(': ');
    } else if (word.startsWith('-') && !HARMLESS.has(word)) throw new Error(`${word} is not known here.`);
    else if (!word.startsWith('-')) url = `http://${word.replace(/^http:\/\//, '')}`;
    if (['-X', '-d', '-u', '-H', '-m', '--json'].includes(word)) at += 1;
  }
  if (url === '') throw new Error('This curl has no address.');
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url, headers, body, fails, hasPatience };
}
