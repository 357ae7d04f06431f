import { defineTextFlag, type Flag } from './flags.ts';
import { UsageError } from './usage-error.ts';

/** The address of a running stand-in, without a slash at its end. */
export function defineUrlFlag(words: {
  readonly default: string;
  readonly help: string;
  readonly env?: readonly string[];
}): Flag<string> {
  const flag = defineTextFlag({ placeholder: 'URL', ...words });
  return { ...flag, absent: words.default, decode: (texts, name) => toBaseUrl(texts.at(-1) ?? '', name) };
}

function toBaseUrl(text: string, name: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${name} is "${text}"; write an address such as http://127.0.0.1:4010.`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
