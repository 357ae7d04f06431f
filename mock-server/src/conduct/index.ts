export { type ConductOptions, conductOf, conductOfAccount, type Witness } from './conduct-of.ts';
export { renderDuration } from './durations.ts';
export { toConductJson } from './render-json.ts';
export { renderConductJUnit } from './render-junit.ts';
export { renderConductText } from './render-text.ts';
export { type Conduct, type ConductKind, conductKinds, type Finding, type Rule, rules } from './rules.ts';
export { thresholds } from './thresholds.ts';
export { decodeFailOn, type Hit, kindGroups, toVerdict, type Verdict } from './verdict.ts';
