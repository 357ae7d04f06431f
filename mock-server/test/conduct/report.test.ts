import { describe, expect, it } from 'vitest';
import { conductKinds, rules } from '../../src/conduct/rules.ts';
import { createFixture } from '../desk/desk-fixture.ts';
import { kindsOf } from './kinds-of.ts';
import { createScene, KEY } from './scene.ts';
import { badClients } from './scripted-clients.ts';

const user = { identifier: 'user-1' };

describe('The report', () => {
  it('of nobody has nothing in it', () => {
    const { conduct } = createScene();
    expect(conduct()).toMatchObject({
      complete: true,
      exchanges: 0,
      items: 0,
      findings: [],
      back_off: { retries: 0, most_attempts: 0, waits_ms: [], growth: null, jitter: null },
      peak_concurrency: 0,
    });
  });

  it('lists a hundred findings of a kind and counts them all', async () => {
    const scene = createScene();
    for (let number = 0; number < 130; number += 1) {
      await scene.push('/events', { user: `user-${number}`, name: 'seen' });
      await scene.push('/events', { user: `user-${number}`, name: 'seen' });
    }
    const { findings, findings_dropped, summary } = scene.conduct();
    expect([findings.length, findings_dropped, summary['duplicate-after-success']]).toEqual([100, 30, 130]);
    expect(findings[0]?.exchanges).toEqual(['ex_0000000001', 'ex_0000000002']);
  });

  it('names at most twenty exchanges of a finding', async () => {
    const scene = createScene();
    for (let number = 0; number < 30; number += 1)
      await scene.send('POST', '/users', { identifier: `user-${number}` }, {});
    expect(scene.conduct().findings).toMatchObject([{ kind: 'headers', facts: { requests: 30 } }]);
    expect(scene.conduct().findings[0]?.exchanges).toHaveLength(20);
  });

  it('never shows a key that a client has put into what it sent', async () => {
    const scene = createScene();
    scene.arm({ name: 'busy', times: 1, effect: { status: 503 } });
    await scene.push('/users', { identifier: `id-of-${KEY}` });
    await scene.push('/users', user);
    expect(scene.conduct().findings).toMatchObject([{ kind: 'lost', item: 'user "id-of-••••ient"' }]);
    expect(JSON.stringify(scene.conduct())).not.toContain(KEY);
  });

  it('says what is off about Authorization', async () => {
    const scene = createScene();
    await scene.send('POST', '/users', user, {
      Authorization: `push ${KEY}`,
      'Content-Type': 'application/json',
    });
    expect(scene.conduct().findings).toMatchObject([
      { kind: 'headers', message: expect.stringMatching(/^1 of 1 requests wrote Authorization otherwise/) },
    ]);
  });

  it('wants no Content-Type where there is no body', async () => {
    const scene = createScene();
    await scene.send('DELETE', '/users/user-1', '', {});
    expect(kindsOf(scene.conduct())).toEqual([]);
  });

  it('counts how many were under way at once', async () => {
    const scene = createScene();
    const three = [1, 2, 3].map((number) => scene.begin('POST', '/users', { identifier: `user-${number}` }));
    for (const underWay of three) underWay.end();
    await scene.push('/users', { identifier: 'user-4' });
    expect(scene.conduct().peak_concurrency).toBe(3);
  });

  it('has levels that do not depend on the finding', async () => {
    for (const { run } of badClients) {
      const scene = createScene();
      await run(scene);
      for (const { kind, level } of scene.conduct().findings) expect(level).toBe(rules[kind].level);
    }
  });
});

describe('GET /_control/conduct/{account}', () => {
  it('tells by key and by handle, as its contract says', async () => {
    const { engine, push, ask } = createFixture();
    push('dev', 'POST', '/events', { user: 'user-1', name: 'seen' });
    push('dev', 'POST', '/events', { user: 'user-1', name: 'seen' });
    const handle = engine.accounts.handleOf('dev');
    const [byKey, byHandle] = [
      await ask('GET', '/_control/conduct/dev'),
      await ask('GET', `/_control/conduct/${handle}`),
    ];
    expect(byKey.status).toBe(200);
    expect(byKey.json).toMatchObject({
      account: handle,
      exchanges: 2,
      findings: [{ kind: 'duplicate-after-success' }],
    });
    expect(byHandle.text).toBe(byKey.text);
  });

  it('tells every kind in its summary, and the contract knows them all', async () => {
    const { ask } = createFixture();
    const { json } = await ask('GET', '/_control/conduct/nobody-yet');
    expect(Object.keys((json as unknown as { summary: object }).summary).sort()).toEqual(
      [...conductKinds].sort(),
    );
  });

  it('knows only configured accounts where there are any', async () => {
    const { ask } = createFixture({ pushKeys: ['dev'] });
    expect((await ask('GET', '/_control/conduct/other')).status).toBe(404);
  });
});
