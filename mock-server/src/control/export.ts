import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createExchangeReader } from '../verify/exchange-reader.ts';
import { type Criteria, isCandidate, matches } from '../verify/matcher.ts';
import { readFilter } from './exchange-filter.ts';
import { redactExchange } from './export-exchange.ts';
import { createRedaction } from './export-redaction.ts';
import type { Handler } from './handler.ts';
import { toHarEntry } from './har.ts';
import { createJournalReader } from './journal-reader.ts';
import { isProblem } from './problem.ts';
import { renderExchange } from './render-exchange.ts';

const HAR_VERSION = '1.2';
const NAME = 'understudy';

/** Hands out the journal as it is now, piece by piece, so that no answer is too long to be held; keys are hidden. */
export function createExport<World>(
  engine: Engine<World>,
  operations: readonly string[],
  version: string,
): Handler<'exportJournal'> {
  const { journal, service } = engine;
  const exchangeReader = createExchangeReader(service);

  const respell = (name: string): string => Object.keys(service.normalise({ [name]: 1 }) ?? {})[0] ?? name;

  const readBase = (key: string) => service.readMagic(key);

  const toRendered = (criteria: Criteria, exchange: Exchange) => {
    if (!matches(exchangeReader, criteria, exchange)) return null;
    const rendered = renderExchange(service, exchange, exchangeReader.explain(exchange));
    return redactExchange(rendered, createRedaction(exchange.rawHeaders, respell, readBase));
  };

  /** What came before the export began; whoever follows it all the way to the present would never be done. */
  function* exchangesOf(criteria: Criteria, upTo: string): Generator<Exchange | 'gap'> {
    const { account, since: after = '' } = criteria;
    const reader = createJournalReader({
      journal,
      account,
      after,
      upTo,
      matches: (exchange) => isCandidate(criteria, exchange),
    });
    for (let next = reader.next(); next !== null; next = reader.next()) yield next;
  }

  async function* toLines(criteria: Criteria, upTo: string): AsyncGenerator<string> {
    for (const exchange of exchangesOf(criteria, upTo)) {
      const rendered = exchange === 'gap' ? null : toRendered(criteria, exchange);
      if (rendered !== null) yield `${JSON.stringify(rendered)}\n`;
    }
  }

  async function* toArchive(criteria: Criteria, upTo: string): AsyncGenerator<string> {
    let isFirst = true;
    let complete = true;
    const creator = JSON.stringify({ name: NAME, version });
    yield `{"log":{"version":"${HAR_VERSION}","creator":${creator},"entries":[\n`;
    for (const exchange of exchangesOf(criteria, upTo)) {
      if (exchange === 'gap') complete = false;
      const rendered = exchange === 'gap' ? null : toRendered(criteria, exchange);
      if (exchange === 'gap' || rendered === null) continue;
      yield `${isFirst ? '' : ',\n'}${JSON.stringify(toHarEntry(rendered, exchange))}`;
      isFirst = false;
    }
    yield `\n],"_understudy":${JSON.stringify({ complete, dropped: journal.dropped })}}}\n`;
  }

  return ({ query: { format, ...filters } }) => {
    const criteria = readFilter(engine, operations, filters, (name) => `?${name}`);
    if (isProblem(criteria)) return criteria;
    const upTo = journal.newest;
    return format === 'ndjson'
      ? { kind: 'text', mediaType: 'application/x-ndjson', text: toLines(criteria, upTo) }
      : { kind: 'text', mediaType: 'application/json', text: toArchive(criteria, upTo) };
  };
}
