/** What `spawn` is told so that it runs a command line word by word. */
export type SpawnPlan = {
  readonly file: string;
  readonly words: readonly string[];
  readonly options: { readonly windowsVerbatimArguments?: boolean };
};

/**
 * Windows runs programs itself, but scripts such as `npm.cmd` only through its shell, which reads its line anew: every
 * word is quoted for the program, then everything that the shell would read is escaped for it.
 */
export function toSpawnPlan(
  [file, ...words]: readonly [string, ...string[]],
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): SpawnPlan {
  if (platform !== 'win32' || /\.(?:exe|com)$/i.test(file)) return { file, words, options: {} };
  const line = [escapeForShell(file), ...words.map((word) => escapeForShell(quote(word)))].join(' ');
  return {
    file: env.comspec ?? env.ComSpec ?? 'cmd.exe',
    words: ['/d', '/s', '/c', `"${line}"`],
    options: { windowsVerbatimArguments: true },
  };
}

/** As C programs on Windows read it: backslashes count only before a quote. */
function quote(word: string): string {
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`;
}

function escapeForShell(word: string): string {
  return word.replace(/[()\][%!^"`<>&|;, *?]/g, '^$&');
}
