import { UsageError } from '../usage-error.ts';

const HOST = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** A name or address as a Host header has it, with or without a port. */
export function decodeHostName(text: string, name: string): string {
  if (HOST.test(text)) return text;
  throw new UsageError(
    `${name} is ${JSON.stringify(text)}; write a host such as understudy.test or 10.0.0.7:4010.`,
  );
}
