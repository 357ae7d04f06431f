import { appendFileSync } from 'node:fs';

/** Where the runner takes what a step tells it, by the variables that name the files. */
export type RunnerFile = 'GITHUB_ENV' | 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/** Tells the runner some values by their names; those that are not there are left out. */
export function tellRunner(
  file: RunnerFile,
  values: Readonly<Record<string, string | undefined>>,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [toLine(name, value)],
  );
  append(file, lines.join(''), env);
}

/** Adds to what is shown on the page of the job. */
export function addToSummary(markdown: string, env: Readonly<Record<string, string | undefined>>): void {
  append('GITHUB_STEP_SUMMARY', markdown, env);
}

function append(file: RunnerFile, text: string, env: Readonly<Record<string, string | undefined>>): void {
  const path = env[file] ?? '';
  if (path === '') throw new Error(`There is no ${file}; this is for a runner of GitHub Actions.`);
  appendFileSync(path, text);
}

function toLine(name: string, value: string): string {
  // Another line would be another value.
  if (/[\r\n]/.test(value)) throw new Error(`${name} would have more than one line.`);
  return `${name}=${value}\n`;
}

/** What a command to the runner may hold. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
