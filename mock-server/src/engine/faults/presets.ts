import type { FaultDefinition } from './fault.ts';

export type PresetName = 'outage' | 'rate-limit-storm' | 'slow' | 'flaky' | 'maintenance';

/** Faults that people arm by one word; each is called by it. */
export const presets: Readonly<Record<PresetName, Omit<FaultDefinition, 'account'>>> = {
  outage: { name: 'outage', effect: { status: 503 } },
  'rate-limit-storm': { name: 'rate-limit-storm', effect: { status: 429 } },
  slow: { name: 'slow', effect: { delay_ms: { median: 2000, sigma: 0.5, seed: 1 } } },
  flaky: { name: 'flaky', from: 2, every: 2, effect: { status: 503 } },
  maintenance: { name: 'maintenance', effect: { status: 503, retry_after: { date_in: 120 } } },
};
