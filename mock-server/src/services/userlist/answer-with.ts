import type { Contract } from '@understudy/openapi/contract';
import type { LimiterVerdict } from '../../engine/limiter.ts';
import type { Answer } from '../../engine/outcome.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Service } from '../../engine/service.ts';

const LEAST_ERROR = 400;

/** Answers with a status that somebody asked for, as the vendor would give it where that is described. */
export function createAnswerWith(
  contract: Contract,
  render: (refusal: Refusal) => Answer,
  accepted: Answer,
  overRate: (verdict: LimiterVerdict) => Refusal,
): Service<unknown>['answerWith'] {
  const described = Object.values(contract.refusals);

  const toRefusal = (status: number, verdict: LimiterVerdict): Refusal => {
    const known = described.find((refusal) => refusal.status === status);
    if (known === undefined) {
      const name = contract.otherStatuses[status] ?? `Status ${status}`;
      return { ...refuse(toCode(name), ''), status, texts: [name] };
    }
    const limited = overRate(verdict);
    return known.code === limited.code ? limited : refuse(known.code, '', { texts: [known.example] });
  };

  return (status, verdict) => {
    if (status === accepted.status) return { answer: accepted, refusal: null };
    if (status < LEAST_ERROR) return { answer: toPlain(status, contract), refusal: null };
    const refusal = toRefusal(status, verdict);
    return { answer: render(refusal), refusal };
  };
}

/** An answer that HTTP lets have no body has no length either. */
function toPlain(status: number, { otherStatuses }: Contract): Answer {
  const headers = status === 204 || status === 304 ? [] : ['Content-Length', '0'];
  return { status, reason: otherStatuses[status] ?? '', headers, body: '', close: false };
}

function toCode(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '_');
}
