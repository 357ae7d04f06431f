import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import type { Mistake, Path, Place } from './mistake.ts';

/** A text that has been read, with what in it cannot be meant whatever it is for. */
export type ParsedText = {
  /** As JSON has it; of no use when there are mistakes. */
  readonly value: unknown;
  readonly mistakes: readonly (Mistake & { readonly place: Place })[];
  /** Where the thing stands that a path leads to, or its name. */
  locate(path: Path, isName: boolean): Place;
};

type Found = { readonly path: Path; readonly message: string; readonly offset: number };

/** Beyond that a text holds itself, or means to exhaust somebody. */
const MOST_LEVELS = 100;
const TAG = /^tag:yaml\.org,2002:(?:map|seq|str|int|float|bool|null)$/;

const TOO_DEEP = `This is nested deeper than ${MOST_LEVELS} levels, or holds itself.`;
/** Where the library speaks of itself. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  RESOURCE_EXHAUSTION: TOO_DEEP,
  MULTIPLE_DOCS: 'A second document begins here; keep one, and leave out the line "---" between them.',
};

/** Reads YAML, and so JSON. */
export function parseYaml(text: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    // The library compares every name with all others.
    uniqueKeys: false,
  });
  const toPlace = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const found =
    document.errors.length > 0
      ? document.errors.slice(0, 1).map(toSyntaxMistake)
      : inspect(document.contents, [], new Set());
  const { value, problem } = found.length > 0 ? { value: null, problem: null } : toValue(document);
  if (problem !== null) found.push({ path: [], message: problem, offset: 0 });
  return {
    value,
    mistakes: found.map(({ path, message, offset }) => ({ path, message, place: toPlace(offset) })),
    locate: (path, isName) => toPlace(offsetOf(document, path, isName)),
  };
}

/** What comes after the first is mostly its echo. */
function toSyntaxMistake({ code, message, pos }: YAMLParseError): Found {
  return {
    path: [],
    message: OWN_WORDS[code] ?? `This cannot be read as YAML. ${toSentence(message)}`,
    offset: pos[0],
  };
}

/** Without what is quoted from the file behind a colon: it may be a push key. */
function toSentence(message: string): string {
  return `${(message.split(': ', 1)[0] ?? '').replace(/\.$/, '')}.`;
}

/** `anchors` holds those that came before. */
function inspect(node: unknown, path: Path, anchors: Set<string>): Found[] {
  if (!isNode(node)) return [];
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node))
    return anchors.has(node.source)
      ? []
      : [{ path, message: 'Nothing before this has such an anchor.', offset }];
  if (node.tag !== undefined && !TAG.test(node.tag))
    return [{ path, message: 'A tag means nothing here; leave it out.', offset }];
  if (path.length > MOST_LEVELS) return [{ path: [], message: TOO_DEEP, offset }];
  if (node.anchor !== undefined) anchors.add(node.anchor);
  if (isScalar(node)) return inspectScalar(node.value, path, offset);
  if (isSeq(node)) return node.items.flatMap((item, index) => inspect(item, [...path, index], anchors));
  return isMap(node) ? inspectPairs(node, path, anchors) : [];
}

function inspectScalar(value: unknown, path: Path, offset: number): Found[] {
  if (typeof value !== 'number') return [];
  if (!Number.isFinite(value)) return [{ path, message: 'JSON has no such number.', offset }];
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return [];
  return [{ path, message: 'This number would lose digits. Put it in quotes to make it a text.', offset }];
}

function inspectPairs(map: YAMLMap, path: Path, anchors: Set<string>): Found[] {
  const names = new Set<string>();
  return map.items.flatMap(({ key, value }) => {
    const offset = isNode(key) ? (key.range?.[0] ?? 0) : (map.range?.[0] ?? 0);
    if (!isScalar(key) || typeof key.value !== 'string')
      return [{ path, message: 'A name has to be a text. Put it in quotes.', offset }];
    if (names.has(key.value)) return [{ path: [], message: REPEATED, offset }];
    names.add(key.value);
    return inspect(value, [...path, key.value], anchors);
  });
}

const REPEATED = 'This name stands here for the second time; keep one of them.';

function toValue(document: Document): { value: unknown; problem: string | null } {
  try {
    const value: unknown = document.toJS();
    return isDeeper(value, MOST_LEVELS) ? { value: null, problem: TOO_DEEP } : { value, problem: null };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { value: null, problem: 'Its aliases stand for too much; write out what they stand for.' };
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function offsetOf(document: Document, path: Path, isName: boolean): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [index, step] of path.entries()) {
    const holder = isAlias(node) ? node.resolve(document) : node;
    if (isSeq(holder)) {
      node = holder.items[Number(step)];
    } else if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && key.value === step);
      const wantsName = isName && index === path.length - 1;
      node = wantsName || isEmpty(pair?.value) ? pair?.key : pair?.value;
    }
    if (!isNode(node)) return offset;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}

/** Where nothing stands behind a name, the name is what can be pointed at. */
function isEmpty(node: unknown): boolean {
  return !isScalar(node) ? node === undefined || node === null : node.value === null && node.source === '';
}
