import { type Conduct, conductKinds, rules } from './rules.ts';
import { type Hit, renderFinding, type Verdict } from './verdict.ts';

/** A verdict as JUnit XML: a suite an account, a test case a kind of finding; only what the verdict fails on fails. */
export function renderConductJUnit({ accounts, hits }: Verdict): string {
  const nobody = hits.filter(({ account }) => account === null);
  const suites = [
    ...(nobody.length === 0 ? [] : [renderSuite('nobody', [renderUntold(nobody)], nobody)]),
    ...accounts.map((conduct) => {
      const own = hits.filter(({ account }) => account === conduct.account);
      return renderSuite(conduct.account, toCases(conduct, own), own);
    }),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="conduct">\n${suites.join('')}</testsuites>\n`;
}

function toCases({ findings }: Conduct, hits: readonly Hit[]): string[] {
  const cases = conductKinds.map((kind) => {
    const found = findings.filter((finding) => finding.kind === kind).map(renderFinding);
    const failed = hits.filter((hit) => hit.kind === kind);
    return renderCase(`${kind}: ${rules[kind].says}`, failed, found);
  });
  return [...cases, renderUntold(hits.filter(({ kind }) => kind === null))];
}

function renderUntold(hits: readonly Hit[]): string {
  return renderCase('complete: sent something, of which no exchange was dropped', hits, []);
}

function renderSuite(name: string, cases: readonly string[], hits: readonly Hit[]): string {
  const failures = new Set(hits.map(({ kind }) => kind)).size;
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  return `  <testsuite name="${toXml(name)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function renderCase(name: string, failed: readonly Hit[], found: readonly string[]): string {
  const inside = [
    ...failed.map(({ message }) => `<failure message="${toXml(message)}"></failure>`),
    ...(found.length === 0 ? [] : [`<system-out>${toXml(found.join('\n'))}</system-out>`]),
  ];
  const open = `    <testcase classname="understudy.conduct" name="${toXml(name)}"`;
  return inside.length === 0 ? `${open}/>\n` : `${open}>${inside.join('')}</testcase>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What XML 1.0 cannot hold, escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function toXml(text: string): string {
  return text
    .toWellFormed()
    .replace(UNFIT, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
