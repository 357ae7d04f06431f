import { describe, expect, it } from 'vitest';
import { conductKinds } from '../../src/conduct/rules.ts';
import { createScene } from './scene.ts';
import { badClients, goodClient } from './scripted-clients.ts';

describe('A good client', () => {
  it('has nothing found against it', async () => {
    const scene = createScene();
    await goodClient.run(scene);
    const conduct = scene.conduct();
    expect(conduct.findings).toEqual([]);
    expect(conduct).toMatchObject({
      complete: true,
      under_way: 0,
      items: 10,
      retry_after: { asked: 1, kept: 1, broken: 0, most_early_ms: null },
      back_off: { retries: 5 },
      peak_concurrency: 1,
    });
  });
});

describe('A client with one bad habit', () => {
  it.each(badClients)('$habit: $finding and nothing else', async ({ finding, message, run }) => {
    const scene = createScene();
    await run(scene);
    const { findings, summary } = scene.conduct();
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([[finding, message]]);
    expect(Object.entries(summary).filter(([, count]) => count > 0)).toEqual([[finding, 1]]);
  });

  it('is there for every kind of finding', () => {
    const shown = new Set(badClients.map(({ finding }) => finding));
    expect(conductKinds.filter((kind) => !shown.has(kind))).toEqual([]);
  });
});
