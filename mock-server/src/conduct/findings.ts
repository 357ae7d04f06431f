import { createKeyMask } from '../engine/key-mask.ts';
import type { Attempt, Tried } from './attempt.ts';
import { type Conduct, type ConductKind, conductKinds, type Finding, rules } from './rules.ts';
import { thresholds } from './thresholds.ts';

/** Something found, with the attempts that show it. */
export type Found = {
  readonly kind: ConductKind;
  readonly message: string;
  readonly attempts: readonly Attempt[];
  /** What it is about; null when it is about several things. */
  readonly about: Tried | null;
  readonly facts: Readonly<Record<string, number>>;
};

/** What was found as the report has it: counted in full, listed as far as the bounds go, no key in any name. */
export function toFindings(
  found: readonly Found[],
): Pick<Conduct, 'summary' | 'findings' | 'findings_dropped'> {
  const summary: Record<string, number> = Object.fromEntries(conductKinds.map((kind) => [kind, 0]));
  const inOrder = found.toSorted((one, other) => startOf(one) - startOf(other));
  const listed = inOrder.filter(({ kind }) => {
    const count = (summary[kind] ?? 0) + 1;
    summary[kind] = count;
    return count <= thresholds.mostFindings;
  });
  return {
    summary,
    findings: listed.map(renderFinding),
    findings_dropped: found.length - listed.length,
  };
}

function startOf({ attempts }: Found): number {
  return attempts[0]?.exchange.startedMs ?? 0;
}

function renderFinding({ kind, message, attempts, about, facts }: Found): Finding {
  const [first] = attempts;
  const mask = createKeyMask(first?.exchange.rawHeaders ?? []);
  return {
    kind,
    level: rules[kind].level,
    message: mask(message),
    exchanges: attempts.slice(0, thresholds.mostExchanges).map(({ exchange }) => exchange.id),
    operation: about?.operation ?? null,
    item: about === null ? null : mask(about.item.label),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, Math.round(value * 100) / 100]),
    ),
  };
}
