import ts from 'typescript';

/** One `import`, `export … from` or `import()`; `loads` is false when only types are taken and nothing is loaded. */
export type Import = { readonly specifier: string; readonly loads: boolean; readonly exports: boolean };

/** What is to be known about one file of the project. */
export type Source = {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Declarations that this project does not use: default exports, enums, classes that are no errors. */
  readonly oddities: readonly string[];
  /** Reads of the wall clock, of chance and of timers, such as `Date.now`. */
  readonly moments: readonly string[];
};

export function parseSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const oddities: string[] = [];
  const moments: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== null) imports.push(found);
    const oddity = oddityOf(node);
    if (oddity !== null) oddities.push(oddity);
    const moment = momentOf(node);
    if (moment !== null) moments.push(moment);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return {
    path,
    text,
    lines: text.split('\n').length - 1,
    imports,
    oddities,
    moments: [...new Set(moments)],
  };
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    // `import { type A }` still loads the file; only `import type` does not.
    return {
      specifier: node.moduleSpecifier.text,
      loads: node.importClause?.isTypeOnly !== true,
      exports: false,
    };
  }
  if (
    ts.isExportDeclaration(node) &&
    node.moduleSpecifier !== undefined &&
    ts.isStringLiteral(node.moduleSpecifier)
  ) {
    return { specifier: node.moduleSpecifier.text, loads: !node.isTypeOnly, exports: true };
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  if (
    ts.isCallExpression(node) &&
    node.expression.kind === ts.SyntaxKind.ImportKeyword &&
    argument !== undefined &&
    ts.isStringLiteral(argument)
  ) {
    return { specifier: argument.text, loads: true, exports: false };
  }
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  ) {
    return { specifier: node.argument.literal.text, loads: false, exports: false };
  }
  return null;
}

function oddityOf(node: ts.Node): string | null {
  if (ts.isEnumDeclaration(node)) return `enum ${node.name.text}`;
  if (ts.isExportAssignment(node)) return 'a default export';
  if (
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  )
    return 'a default export';
  if (ts.isExportSpecifier(node) && node.name.text === 'default') return 'a default export';
  if (!ts.isClassLike(node)) return null;
  const parents =
    node.heritageClauses?.flatMap(({ types }) => types.map(({ expression }) => expression.getText())) ?? [];
  return parents.some((name) => name.endsWith('Error'))
    ? null
    : `class ${node.name?.text ?? 'without a name'}`;
}

const TIMERS = ['setTimeout', 'setInterval'];
const READS = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'];

function momentOf(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText().replace(/^globalThis\./, '');
    return READS.find((read) => read === text) ?? TIMERS.find((timer) => timer === text) ?? null;
  }
  if (!ts.isIdentifier(node) || !TIMERS.includes(node.text)) return null;
  const { parent } = node;
  const isName =
    ts.isPropertyAccessExpression(parent) || ts.isTypeQueryNode(parent) || ts.isPropertySignature(parent);
  return isName || (ts.isPropertyAssignment(parent) && parent.name === node) ? null : node.text;
}
