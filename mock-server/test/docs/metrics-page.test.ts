import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFixture, toCall } from '../desk/desk-fixture.ts';

describe('the page on metrics', () => {
  it('has every metric with its type and labels, and no other', async () => {
    const page = await readFile(new URL('../../../docs/metrics.md', import.meta.url), 'utf8');
    const { engine, push } = createFixture();
    engine.faults.arm({ name: 'late', effect: { delay_ms: 10 } });
    push('dev', 'POST', '/users', { identifier: 1 });
    const memory = () => ({ heapBytes: 1, residentBytes: 2 });
    const desk = createDesk({ engine, version: '1', memory });
    const answer = await desk.answer(toCall({ target: '/_control/metrics' }));
    if ('pieces' in answer) throw new Error('This answer comes piece by piece.');

    const told = [...page.matchAll(/^\| `(understudy_\w+)` \| (\w+) \| (.*?) ?\| .+ \|$/gm)].map(
      ([, name, type, labels = '']) => ({ name, type, labels: labels.replaceAll(/[`,]/g, '').trim() }),
    );
    const there = [...answer.body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, type]) => {
      const [, labels = ''] = new RegExp(`^${name}(?:_sum)?\\{(.*)\\}`, 'm').exec(answer.body) ?? [];
      return { name, type, labels: [...labels.matchAll(/(\w+)=/g)].map(([, label]) => label).join(' ') };
    });
    expect(told).toEqual(there);
  });
});
