import { describe, expect, it } from 'vitest';
import type { FaultEffect } from './fault.ts';
import { decodeFaultOrder, type FaultOrder } from './fault-order.ts';
import { presets } from './presets.ts';

const down: FaultEffect = { status: 503 };

describe('an order', () => {
  it('of one fault is its definition, without what is null', () => {
    const order: FaultOrder = {
      name: null,
      account: 'dev',
      operation: 'pushUser',
      from: null,
      every: 2,
      times: 3,
      match: null,
      effect: down,
      mark: true,
    };
    expect(decodeFaultOrder(order)).toEqual({
      kind: 'fault',
      definition: { operation: 'pushUser', every: 2, times: 3, effect: down, mark: true },
    });
  });

  it.each(Object.keys(presets) as (keyof typeof presets)[])(
    'of the preset %s is that, by its name',
    (preset) => {
      expect(decodeFaultOrder({ preset })).toEqual({ kind: 'fault', definition: presets[preset] });
      expect(presets[preset].name).toBe(preset);
    },
  );

  it('of a preset may say the rest itself; null leaves what the preset has', () => {
    expect(decodeFaultOrder({ preset: 'flaky', name: 'mine', from: null, every: 3, times: 4 })).toEqual({
      kind: 'fault',
      definition: { name: 'mine', from: 2, every: 3, times: 4, effect: { status: 503 } },
    });
  });

  it('of a timeline names the steps that have no name', () => {
    const order: FaultOrder = {
      account: 'dev',
      timeline: [
        { at_ms: 0, arm: { effect: down }, for_ms: 10 },
        { at_ms: 5, arm: { preset: 'slow' } },
        { at_ms: 7, clear: 'slow' },
        { at_ms: 9, clear: '*' },
      ],
    };
    expect(decodeFaultOrder(order)).toEqual({
      kind: 'timeline',
      steps: [
        { atMs: 0, arm: { name: 'step-1', effect: down }, forMs: 10 },
        { atMs: 5, arm: presets.slow, forMs: null },
        { atMs: 7, clear: 'slow' },
        { atMs: 9, clear: null },
      ],
    });
  });

  it.each<[FaultOrder, string, RegExp]>([
    [{}, '/effect', /neither an effect nor a preset/],
    [{ effect: {} }, '/effect', /at least one effect/],
    [{ preset: 'slow', effect: down }, '/preset', /not both/],
    [{ effect: down, timeline: [] }, '/timeline', /not several/],
    [{ preset: 'slow', timeline: [] }, '/timeline', /not several/],
    [{ times: 2, timeline: [] }, '/times', /belongs into the arm of a step/],
    [{ name: 'x', timeline: [] }, '/name', /belongs into the arm of a step/],
    [{ name: '*', effect: down }, '/name', /take another name/],
    [{ name: '\ud800', effect: down }, '/name', /take another name/],
    [{ from: 0, effect: down }, '/from', /whole number of at least 1/],
    [{ every: 1.5, effect: down }, '/every', /whole number of at least 1/],
    [{ times: -1, effect: down }, '/times', /whole number of at least 1/],
    [{ match: { body: { a: () => 1 } }, effect: down }, '/match/body', /JSON/],
    [{ timeline: [{ at_ms: 0 }] }, '/timeline/0', /one of arm and clear/],
    [{ timeline: [{ at_ms: 0, clear: 'x', arm: { effect: down } }] }, '/timeline/0', /one of arm and clear/],
    [
      {
        timeline: [
          { at_ms: 0, clear: 'x' },
          { at_ms: 1, clear: 'x', for_ms: 1 },
        ],
      },
      '/timeline/1/for_ms',
      /arm/,
    ],
    [{ timeline: [{ at_ms: 0, arm: {} }] }, '/timeline/0/arm/effect', /neither/],
    [
      { timeline: [{ at_ms: 0, arm: { effect: { status: 42 } } }] },
      '/timeline/0/arm/effect/status',
      /200 to 599/,
    ],
  ])('that is %j is refused at %s', (order, path, message) => {
    expect(decodeFaultOrder(order)).toEqual({
      kind: 'problem',
      path,
      message: expect.stringMatching(message),
    });
  });

  it.each<[FaultEffect, string, RegExp]>([
    [{ status: 199 }, '/status', /200 to 599/],
    [{ status: 503.5 }, '/status', /200 to 599/],
    [{ bytes_per_second: 0 }, '/bytes_per_second', /at least 1/],
    [{ truncate_at: -1 }, '/truncate_at', /at least 0/],
    [{ content_length: Number.NaN }, '/content_length', /at least 0/],
    [{ status: 503, hang_up: 'before' }, '/hang_up', /has no status/],
    [{ hold: true, hang_up: 'after' }, '/hang_up', /never applied/],
    [{ status: 204, body: 'x' }, '/body', /has no body/],
    [{ status: 304, body: null }, '/body', /has no body/],
    [{ body: Symbol('x') }, '/body', /JSON/],
    [{ body: () => 'x' }, '/body', /JSON/],
    [{ delay_ms: Number.NaN }, '/delay_ms', /number/],
    [{ delay_ms: -1 }, '/delay_ms', /0 or more/],
    [{ delay_ms: { min: -1, max: 2, seed: 1 } }, '/delay_ms', /0 or more/],
    [{ delay_ms: { min: 3, max: 2, seed: 1 } }, '/delay_ms/max', /less than min/],
    [{ delay_ms: { median: Number.POSITIVE_INFINITY, sigma: 1, seed: 1 } }, '/delay_ms', /number/],
    [{ retry_after: 'soon\r\nSet-Cookie: a=b' }, '/retry_after', /cannot hold/],
    [{ headers: { 'X-A\r\nX-B': 'b' } }, '/headers/X-A\r\nX-B', /no name of a header/],
    [{ headers: { 'X A': 'b' } }, '/headers/X A', /no name of a header/],
    [{ headers: { '': 'b' } }, '/headers/', /no name of a header/],
    [{ headers: { 'X-A': 'b\r\nX-B: c' } }, '/headers/X-A', /in one line/],
    [{ headers: { 'X-A': 'b\nc' } }, '/headers/X-A', /in one line/],
    [{ headers: { 'X-A': 'b\u0000' } }, '/headers/X-A', /in one line/],
    [{ headers: { 'X-A': '→' } }, '/headers/X-A', /in one line/],
    [{ headers: { 'content-length': '7' } }, '/headers/content-length', /content_length/],
    [{ headers: { 'Transfer-Encoding': 'chunked' } }, '/headers/Transfer-Encoding', /truncate_at/],
  ])('with the effect %j is refused at %s', (effect, path, message) => {
    expect(decodeFaultOrder({ effect })).toEqual({
      kind: 'problem',
      path: `/effect${path}`,
      message: expect.stringMatching(message),
    });
  });

  it.each<FaultEffect>([
    { status: 200 },
    { status: 599 },
    { status: 204, headers: { Location: '/elsewhere' } },
    { hold: true, hang_up: 'before' },
    { hold: true, status: 429 },
    { hang_up: 'after', delay_ms: 5 },
    { body: null },
    { body: '' },
    { retry_after: '' },
    { retry_after: { date_in: -5 } },
    { headers: { 'X-A': null, 'X-B': 'é' } },
    { truncate_at: 0, content_length: 0 },
  ])('may have the effect %j', (effect) => {
    expect(decodeFaultOrder({ effect })).toMatchObject({ kind: 'fault', definition: { effect } });
  });
});
