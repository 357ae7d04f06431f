import ts from 'typescript';

/** Whether a module of JavaScript does anything when it is loaded, beyond declaring what it exports. */
export function hasEffects(text: string): boolean {
  const file = ts.createSourceFile('any.js', text, ts.ScriptTarget.Latest, false);
  return file.statements.some((statement) => !isDeclaration(statement));
}

function isDeclaration(statement: ts.Statement): boolean {
  // `import './a.js'` is there for what that file does.
  if (ts.isImportDeclaration(statement)) return statement.importClause !== undefined;
  return (
    ts.isExportDeclaration(statement) ||
    ts.isExportAssignment(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    (ts.isVariableStatement(statement) && !waits(statement)) ||
    ts.isEmptyStatement(statement)
  );
}

const waits = (statement: ts.VariableStatement): boolean =>
  statement.declarationList.declarations.some(
    ({ initializer }) => initializer !== undefined && ts.isAwaitExpression(initializer),
  );
