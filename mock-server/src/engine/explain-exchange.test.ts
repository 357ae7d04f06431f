import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import type { Explanation } from './diagnostic.ts';
import type { Exchange } from './exchange.ts';
import { createExplain, explainExchange } from './explain-exchange.ts';

const EXPLANATION: Explanation = {
  diagnostics: [],
  diagnosticsDropped: 0,
  changes: [],
  changesDropped: 0,
  body: { a: 1 },
};

describe('explaining an exchange', () => {
  it('is done once for many who ask for the same one after the other', () => {
    const explained: string[] = [];
    const explain = createExplain({
      explain(exchange: Exchange) {
        explained.push(exchange.id);
        return EXPLANATION;
      },
    });
    const [a, b] = [toExchange('a'), toExchange('b')];
    expect(explain(a)).toEqual({ ...EXPLANATION, failed: false });
    for (const exchange of [a, b, b, a]) explain(exchange);
    expect(explained).toEqual(['a', 'b', 'a']);
  });

  it('tells nothing, and says so, when the service fails at it', () => {
    const explain = () => {
      throw new Error('cannot be read');
    };
    expect(explainExchange({ explain }, toExchange('a'))).toEqual({
      ...EXPLANATION,
      body: undefined,
      failed: true,
    });
  });
});
