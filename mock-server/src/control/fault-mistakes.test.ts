import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';

const DOWN = { effect: { status: 503 } };

describe('an order for faults', () => {
  it.each<[unknown, string, string]>([
    [{}, '/effect', 'neither an effect nor a preset'],
    [{ effect: {} }, '/effect', 'at least one of status'],
    [{ effect: null }, '/effect', 'an object'],
    [{ efect: {} }, '/efect', 'did you mean "effect"?'],
    [{ effect: { staus: 503 } }, '/effect/staus', 'did you mean "status"?'],
    [{ effect: { status: 42 } }, '/effect/status', 'from 200 to 599'],
    [{ effect: { status: '503' } }, '/effect/status', 'from 200 to 599'],
    [{ effect: { delay_ms: -1 } }, '/effect/delay_ms', 'from 0 to 600000'],
    [{ effect: { delay_ms: { min: 1 } } }, '/effect/delay_ms', 'min, max and seed'],
    [{ effect: { delay_ms: { min: 2, max: 1, seed: 1 } } }, '/effect/delay_ms/max', 'less than min'],
    [{ effect: { delay_ms: { min: 2, sigma: 1, seed: 1 } } }, '/effect/delay_ms', 'do not go together'],
    [{ effect: { hang_up: 'never' } }, '/effect/hang_up', 'one of before, after'],
    [{ effect: { status: 503, hang_up: 'after' } }, '/effect/hang_up', 'give one of the two'],
    [{ effect: { hold: true, hang_up: 'after' } }, '/effect/hang_up', 'never applied'],
    [{ effect: { retry_after: true } }, '/effect/retry_after', 'a number from 0'],
    [{ effect: { retry_after: 'a\nb' } }, '/effect/retry_after', 'A header cannot hold this'],
    [{ effect: { headers: { 'X-A': 7 } } }, '/effect/headers/X-A', 'in one line'],
    [{ effect: { headers: { 'X-A': 'b\r\nX-C: d' } } }, '/effect/headers/X-A', 'in one line'],
    [{ effect: { headers: { 'X/A': 'b' } } }, '/effect/headers/X~1A', 'no name of a header'],
    [
      { effect: { headers: { 'Content-Length': '1' } } },
      '/effect/headers/Content-Length',
      'use content_length',
    ],
    [{ effect: { status: 204, body: 'x' } }, '/effect/body', 'has no body'],
    [{ name: '', ...DOWN }, '/name', 'characters'],
    [{ name: '*', ...DOWN }, '/name', 'take another name'],
    [{ name: '\ud800', ...DOWN }, '/name', 'take another name'],
    [{ times: 0, ...DOWN }, '/times', 'at least 1'],
    [{ from: 1.5, ...DOWN }, '/from', 'at least 1'],
    [{ mark: 'yes', ...DOWN }, '/mark', 'true or false'],
    [{ match: { boddy: {} }, ...DOWN }, '/match/boddy', 'did you mean "body"?'],
    [{ match: { body: 7 }, ...DOWN }, '/match/body', 'an object'],
    [{ operation: 'pushUsers', ...DOWN }, '/operation', 'did you mean "pushUser"?'],
    [{ preset: 'outrage' }, '/preset', 'one of outage, rate-limit-storm, slow, flaky, maintenance'],
    [{ preset: 'outtage' }, '/preset', 'maintenance; did you mean "outage"?'],
    [
      { timeline: [{ at_ms: 0, arm: { preset: 'flakey' } }] },
      '/timeline/0/arm/preset',
      '; did you mean "flaky"?',
    ],
    [{ preset: 'outage', ...DOWN }, '/preset', 'not both'],
    [{ account: 'acct_000000000000', ...DOWN }, '/account', 'name it by its push key'],
    [{ account: '', ...DOWN }, '/account', 'not empty'],
    [{ timeline: [] }, '/timeline', '1 to 1000 entries'],
    [{ timeline: [{ at_ms: 0, clear: 'x' }], ...DOWN }, '/timeline', 'not several'],
    [{ timeline: [{ at_ms: 0, clear: 'x' }], times: 2 }, '/times', 'belongs into the arm of a step'],
    [{ timeline: [{}] }, '/timeline/0/at_ms', 'from 0 to'],
    [{ timeline: [{ at_ms: -1, clear: 'x' }] }, '/timeline/0/at_ms', 'from 0 to'],
    [{ timeline: [{ at_ms: 0 }] }, '/timeline/0', 'one of arm and clear'],
    [{ timeline: [{ at_ms: 0, arm: DOWN, clear: 'x' }] }, '/timeline/0', 'one of arm and clear'],
    [{ timeline: [{ at_ms: 0, clear: 'x', for_ms: 1 }] }, '/timeline/0/for_ms', 'give it to an arm'],
    [{ timeline: [{ at_ms: 0, arm: {} }] }, '/timeline/0/arm/effect', 'neither an effect nor a preset'],
    [
      { timeline: [{ at_ms: 0, arm: { account: 'dev', ...DOWN } }] },
      '/timeline/0/arm/account',
      'no attribute',
    ],
    [
      {
        timeline: [
          { at_ms: 0, clear: 'x' },
          { at_ms: 0, arm: { operation: 'pushX', ...DOWN } },
        ],
      },
      '/timeline/1/arm/operation',
      'There is no operation "pushX"',
    ],
  ])('refuses %j and says where and what to do', async (json, path, part) => {
    const { ask, engine } = createFixture();
    const { status, json: answer } = await ask('POST', '/_control/faults', { json });
    expect([status < 500, answer.error.path]).toEqual([true, path]);
    expect(answer.error.message).toContain(part);
    expect([engine.faults.size, engine.timelines.size, engine.accounts.list()]).toEqual([0, 0, []]);
  });
});
