import { styleText } from 'node:util';
import { createTokenMask, type Exchange, type Explanation, type JournalNote } from '@understudy/mock-server';
import type { Output } from '../io.ts';
import { toPrintable } from '../printable.ts';
import { isLogged, type LogLevel } from './log-level.ts';
import { createSecretMask, type SecretMask } from './secret-mask.ts';

export type RequestLogOptions = {
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly level: LogLevel;
  /** What the desk wants to be shown, and the log does not show; null when it wants nothing. */
  readonly token: string | null;
  readonly explain: (exchange: Exchange) => Explanation;
};

type Colour = 'dim' | 'red' | 'yellow' | 'green';

/** Longer paths are of no use on a line. */
const MOST_OF_PATH = 120;
const NO_ACCOUNT = 'no account'.padEnd('acct_000000000000'.length);

/** Writes a line on every exchange of a journal: time, account, request, operation, status, reason, diagnostics. */
export function createRequestLog(options: RequestLogOptions): (note: JournalNote) => void {
  const { output, env, level, token, explain } = options;
  const { text: hideToken } = createTokenMask(token);
  const hasColours = isColourful(output, env);
  const paint = (colour: Colour, text: string): string =>
    // Told by the output that is written to; styleText would ask the process's own.
    hasColours ? styleText(colour, text, { validateStream: false }) : text;

  const renderLine = (exchange: Exchange, mask: SecretMask): string => {
    // Before it is cut, or a piece of a key would be left.
    const path = mask.request(exchange.target.replace(/[?#].*$/s, ''));
    const shownPath = path.length > MOST_OF_PATH ? `${path.slice(0, MOST_OF_PATH)}…` : path;
    const request = toPrintable(`${mask.request(exchange.method)} ${shownPath}`.trim() || '(unreadable)');
    return [
      paint('dim', new Date(exchange.receivedAt).toISOString().slice(11)),
      paint('dim', exchange.account ?? NO_ACCOUNT),
      exchange.operation === null ? request : `${request} → ${exchange.operation}`,
      renderStatus(exchange),
      ...(exchange.crashed ? [] : [toPrintable(mask.sentence(exchange.reason ?? ''))]),
    ]
      .filter((part) => part !== '')
      .join('  ');
  };

  const renderStatus = ({ status, delivered }: Exchange): string => {
    if (status === null) return paint('red', 'hung up');
    const shown = paint(status < 300 ? 'green' : status < 500 ? 'yellow' : 'red', String(status));
    return delivered === 'full' ? shown : `${shown} (answer delivered: ${delivered})`;
  };

  const renderDiagnostics = (exchange: Exchange, mask: SecretMask): string => {
    const { diagnostics } = explain(exchange);
    if (diagnostics.length === 0) return '';
    if (!isLogged('debug', level)) {
      const codes = [...new Set(diagnostics.map(({ code }) => code))].join(', ');
      return `  ${paint('yellow', toPrintable(`[${codes}]`))}`;
    }
    return diagnostics
      .map(
        ({ code, path, message }) =>
          `\n    ${paint('yellow', code)} ${toPrintable(mask.sentence(`${path} ${message}`.trim()))}`,
      )
      .join('');
  };

  const renderDetails = ({ door, size, ownMs }: Exchange): string =>
    isLogged('debug', level) ? paint('dim', `  ${size} bytes, ${ownMs.toFixed(2)} ms, ${door}`) : '';

  return (note) => {
    if (note.kind !== 'settled') return;
    const { exchange } = note;
    if (!isLogged(exchange.crashed ? 'error' : 'info', level)) return;
    const mask = createSecretMask(exchange.rawHeaders, hideToken);
    const line = renderLine(exchange, mask);
    if (exchange.crashed) output.write(`${line}\n${renderCrash(mask.sentence(exchange.reason ?? ''))}`);
    else output.write(`${line}${renderDetails(exchange)}${renderDiagnostics(exchange, mask)}\n`);
  };
}

/** The trace stays in lines; the rest of it may hold what was sent. */
function renderCrash(reason: string): string {
  const lines = reason.split('\n').map((line) => `    ${toPrintable(line)}\n`);
  return `${lines.join('')}    Please report this to the maintainers of Understudy.\n`;
}

/** https://no-color.org: any value but an empty one means no. */
function isColourful(output: Output, env: RequestLogOptions['env']): boolean {
  return output.isTerminal && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
}
