import type { Conduct, ConductKind } from '../../src/conduct/rules.ts';

/** The kinds of what was found, in order. */
export function kindsOf({ findings }: Conduct): readonly ConductKind[] {
  return findings.map(({ kind }) => kind);
}

/** What was found, in words. */
export function messagesOf({ findings }: Conduct): readonly string[] {
  return findings.map(({ message }) => message);
}
