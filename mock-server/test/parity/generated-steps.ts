import fc from 'fast-check';
import type { changeSettings, FaultEffect, UserlistEngineOptions } from '../../src/index.ts';
import type { Sent } from '../doors.ts';
import { anyEffect } from './generated-effects.ts';
import { anySent } from './generated-sent.ts';

type SettingsOrder = Parameters<typeof changeSettings>[2];

/** What happens to a stand-in at one time. */
export type Step =
  | { readonly kind: 'send'; readonly sent: Sent; readonly effect: FaultEffect | null }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'set'; readonly change: SettingsOrder };

/** One stand-in and what happens to it. */
export type Story = {
  readonly options: UserlistEngineOptions;
  /** Whether what is accepted is written to a store. */
  readonly isKept: boolean;
  readonly steps: readonly Step[];
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      sent: anySent,
      effect: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyEffect }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(1, 999, 2000, 59_999, 60_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      change: fc.constantFrom<SettingsOrder>(
        { features: { messages: false } },
        { features: { companies: false, messages: true } },
        { rate_limit: 'tiny' },
        { rate_limit: 'off', rate_limit_headers: true },
        { topics: ['news'], templates: [] },
        { features: null, topics: null, templates: null },
      ),
    }),
  },
);

const options: fc.Arbitrary<UserlistEngineOptions> = fc.record({
  rateLimit: fc.constantFrom('documented', 'off', 'tiny', '3/60s'),
  rateHeaders: fc.boolean(),
  strict: fc.constantFrom(false, false, false, false, false, true),
  pushKeys: fc.constantFrom([], [], [], [], [], ['dev']),
});

export const story: fc.Arbitrary<Story> = fc.record({
  options,
  isKept: fc.boolean(),
  steps: fc.array(step, { minLength: 4, maxLength: 20, size: 'max' }),
});
