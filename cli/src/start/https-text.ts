import type { Io } from '../io.ts';
import { toPrintable } from '../printable.ts';

/** Where a stand-in is over TLS. */
export type ServedHttps = {
  /** Without a slash at its end. */
  readonly url: string;
  /** The certificate of the authority that its clients have to trust. */
  readonly caFile: string;
};

/** What a program has to find in its environment to trust the stand-in, line by line. */
export function renderTrust({ caFile }: ServedHttps): string[] {
  const path = toWord(toPrintable(caFile));
  return [
    'Over HTTPS, put into the environment of your program:',
    `  NODE_EXTRA_CA_CERTS=${path}`,
    '    for Node; or, in the place of all that it trusts else, for curl, Go, Python, Ruby and what else uses OpenSSL:',
    `  SSL_CERT_FILE=${path}`,
  ];
}

/** What a command that is run beside the stand-in finds in its environment; what is there already stays. */
export function toTlsEnvironment(
  https: ServedHttps | null,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  if (https === null) return {};
  return {
    UNDERSTUDY_HTTPS_URL: https.url,
    UNDERSTUDY_CA_FILE: https.caFile,
    NODE_EXTRA_CA_CERTS: env.NODE_EXTRA_CA_CERTS || https.caFile,
  };
}

/** Node reads one such file only, so where there is another the command does not trust the stand-in. */
export function warnOfOtherAuthorities(
  https: ServedHttps | null,
  { env, stderr }: Pick<Io, 'env' | 'stderr'>,
): void {
  const other = env.NODE_EXTRA_CA_CERTS ?? '';
  if (https === null || other === '' || other === https.caFile) return;
  stderr.write(
    `NODE_EXTRA_CA_CERTS names ${toPrintable(other)} already and is left as it is; a command in Node trusts the stand-in when that file holds what is in ${toPrintable(https.caFile)} too.\n`,
  );
}

/** As one word of a POSIX shell, in quotes only where it needs them. */
function toWord(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
