import fc from 'fast-check';
import { expect, it } from 'vitest';
import { conductOf } from '../../src/conduct/conduct-of.ts';
import { conductKinds } from '../../src/conduct/rules.ts';
import { createScene, type Scene, type UnderWay } from './scene.ts';

const statuses = [202, 301, 400, 408, 413, 422, 429, 500, 503];
const paths = ['/users', '/events', '/companies', '/relationships', '/messages', '/users/user-1', '/nowhere'];
const bodies = [
  '{"identifier":"user-1","properties":{"plan":"pro"}}',
  '{"user":"user-1","name":"seen","occurred_at":"2026-11-23T07:00:00Z","template":"welcome"}',
  '{"user":"user-1","company":{"identifier":"company-1"},"identifier":"company-1"}',
  '{"email":"ada@example.com","user":{"email":"ada@example.com"},"name":7}',
  '[]',
  '{"identifier":',
  '',
];

const step = fc.oneof(
  fc.record({
    kind: fc.constant('begin' as const),
    path: fc.constantFrom(...paths),
    body: fc.constantFrom(...bodies),
    method: fc.constantFrom('POST', 'DELETE', 'PUT'),
  }),
  fc.record({ kind: fc.constant('end' as const), delivered: fc.constantFrom('full', 'partial', 'none') }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
  fc.record({ kind: fc.constant('back' as const), ms: fc.integer({ min: 0, max: 90_000 }) }),
  fc.record({
    kind: fc.constant('arm' as const),
    status: fc.constantFrom(...statuses),
    retryAfter: fc.constantFrom(0, 1, 60, 'absent', 'soon'),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function play(scene: Scene, steps: readonly Step[]): void {
  const underWay: UnderWay[] = [];
  for (const each of steps) {
    if (each.kind === 'begin') underWay.push(scene.begin(each.method, each.path, each.body));
    if (each.kind === 'end') underWay.shift()?.end(each.delivered as 'full');
    if (each.kind === 'wait') scene.wait(each.ms);
    if (each.kind === 'back') scene.engine.clocks.steer(null, { now: scene.now() - each.ms });
    if (each.kind === 'arm') {
      const { status, retryAfter } = each;
      scene.arm({ name: 'armed', times: 1, effect: { status, retry_after: retryAfter } });
    }
  }
}

it('Any traffic has a report that fits together, in whatever order its exchanges are read', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const scene = createScene();
      play(scene, steps);
      const conduct = scene.conduct();
      const own = [...scene.engine.journal.entries()].filter(({ account }) => account === scene.handle);
      const ids = new Set(own.map(({ id }) => id));
      const counted = Object.values(conduct.summary).reduce((sum, count) => sum + count, 0);

      expect(Object.keys(conduct.summary)).toEqual(conductKinds);
      expect(conduct.findings.length + conduct.findings_dropped).toBe(counted);
      for (const { exchanges, facts, message } of conduct.findings) {
        expect(exchanges.length).toBeGreaterThan(0);
        expect(exchanges.filter((id) => !ids.has(id))).toEqual([]);
        expect(Object.values(facts).filter((fact) => !(fact >= 0 && Number.isFinite(fact)))).toEqual([]);
        expect(message).not.toMatch(/NaN|undefined|null|Infinity|-\d/);
      }
      const { asked, kept, broken } = conduct.retry_after;
      expect(kept).toBeLessThanOrEqual(asked);
      expect(broken).toBe(conduct.summary['retry-after']);
      expect(conduct.peak_concurrency).toBeLessThanOrEqual(own.length);

      const { itemOf } = scene.engine.service;
      const options = { account: scene.handle, complete: true, itemOf };
      expect(conductOf(own.toReversed(), options)).toEqual(conduct);
    }),
    { seed: 20261123, numRuns: 400 },
  );
});
