import ts from 'typescript';

/** Where a text of JavaScript or of declarations names another file; `start` and `end` are within the quotes. */
export type Specifier = { readonly text: string; readonly start: number; readonly end: number };

/** Finds what a text imports, exports from elsewhere, takes types of, or has the place of, in their order. */
export function findSpecifiers(text: string): Specifier[] {
  const file = ts.createSourceFile('any.ts', text, ts.ScriptTarget.Latest, false);
  const found: Specifier[] = [];
  const visit = (node: ts.Node): void => {
    const literal = literalOf(node);
    if (literal !== null) {
      const start = literal.getStart(file) + 1;
      found.push({ text: literal.text, start, end: literal.getEnd() - 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.sort((one, other) => one.start - other.start);
}

/** The same text with other names for the files that it names. */
export function rewriteSpecifiers(text: string, toName: (specifier: string) => string): string {
  let rewritten = '';
  let last = 0;
  for (const { text: specifier, start, end } of findSpecifiers(text)) {
    rewritten += text.slice(last, start) + toName(specifier);
    last = end;
  }
  return rewritten + text.slice(last);
}

function literalOf(node: ts.Node): ts.StringLiteralLike | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return stringOf(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return stringOf(node.argument.literal);
  if (ts.isCallExpression(node) && (isImport(node.expression) || isMetaOf(node.expression, 'resolve')))
    return stringOf(node.arguments[0]);
  // Files that are read or started rather than imported.
  if (ts.isNewExpression(node) && isMetaOf(node.arguments?.[1], 'url')) {
    const path = stringOf(node.arguments?.[0]);
    return path?.text.startsWith('.') ? path : null;
  }
  return null;
}

const stringOf = (node: ts.Node | undefined): ts.StringLiteralLike | null =>
  node !== undefined && ts.isStringLiteralLike(node) ? node : null;

const isImport = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.ImportKeyword;

const isMetaOf = (node: ts.Node | undefined, name: string): boolean =>
  node !== undefined &&
  ts.isPropertyAccessExpression(node) &&
  ts.isMetaProperty(node.expression) &&
  node.name.text === name;
