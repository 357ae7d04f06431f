import { renderDuration } from './durations.ts';
import { type Conduct, conductKinds, rules } from './rules.ts';
import { renderFinding, type Verdict } from './verdict.ts';

/** More of a kind tell nobody more; JSON has them. */
const MOST_SHOWN = 5;

/** A verdict for people; nothing in it is fit for a terminal before its controls are escaped. */
export function renderConductText({ accounts, hits, failOn }: Verdict): string {
  const fails = hits.map(
    ({ account, kind, message }) =>
      `${['FAILS', account, kind].filter((part) => part !== null).join(' ')}: ${message}`,
  );
  const nobody = accounts.length === 0 ? ['No account has sent anything.'] : [];
  const passes = failOn.length > 0 && hits.length === 0 ? [`Passes: no ${failOn.join(', no ')}.`] : [];
  return [...nobody, ...accounts.flatMap(renderAccount), ...fails, ...passes]
    .map((line) => `${line}\n`)
    .join('');
}

function renderAccount(conduct: Conduct): string[] {
  const { account, complete, exchanges, items, under_way: underWay } = conduct;
  const head = `${account}: ${count(exchanges, 'exchange')}, ${count(items, 'item')}`;
  return [
    underWay === 0 ? head : `${head}, ${underWay} still under way`,
    ...(complete
      ? []
      : ['  The journal had to drop exchanges of this account; what is absent here proves nothing.']),
    ...renderFacts(conduct),
    ...renderFindings(conduct),
  ];
}

function renderFacts({ retry_after: asked, back_off: backOff, peak_concurrency: peak }: Conduct): string[] {
  const { most_early_ms: early } = asked;
  const { retries, most_attempts: attempts, waits_ms: waits, growth, jitter } = backOff;
  const parts = [
    ...(asked.asked === 0
      ? []
      : [
          `Retry-After came ${asked.asked} ×, was kept ${asked.kept} × and broken ${asked.broken} ×${early === null ? '' : `, by ${renderDuration(early)} at most`}`,
        ]),
    ...(retries === 0
      ? []
      : [`${count(retries, 'retry', 'retries')}, at most ${count(attempts, 'attempt')} at one item`]),
    ...(waits.length === 0 ? [] : [`waits ${waits.slice(0, 8).map(renderDuration).join(', ')}`]),
    ...(growth === null ? [] : [`growing ${growth} ×`]),
    ...(jitter === null ? [] : [jitter ? 'with jitter' : 'without jitter']),
    `${peak} under way at once at most`,
  ];
  return [`  ${parts.join('; ')}.`];
}

function renderFindings({ findings, summary, exchanges }: Conduct): string[] {
  if (exchanges === 0) return ['  It has sent nothing.'];
  if (findings.length === 0) return ['  Nothing to complain about.'];
  return conductKinds.flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    if (own.length === 0) return [];
    const all = summary[kind] ?? own.length;
    const shown = own.slice(0, MOST_SHOWN).map((one) => `    ${renderFinding(one)}`);
    const rest = all > MOST_SHOWN ? [`    … and ${all - MOST_SHOWN} more.`] : [];
    return [`  ${rules[kind].level}: ${kind}, ${all} ×`, ...shown, ...rest];
  });
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
