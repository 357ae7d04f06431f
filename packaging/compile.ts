import { join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The JavaScript and the declarations of a source, by its path. */
export type Compiled = ReadonlyMap<string, { readonly js: string; readonly types: string }>;

/** Compiles some sources and all that they import. Their types are taken as they are; `npm run types` is what checks them. */
export function compile(root: string, sources: readonly string[]): Compiled {
  const program = ts.createProgram(
    sources.map((path) => join(root, path)),
    {
      ...readOptions(root),
      ...OPTIONS,
      rootDir: root,
      outDir: root,
      // Else they are looked for from wherever this was started.
      typeRoots: [join(root, 'node_modules/@types')],
    },
  );
  const compiled = new Map<string, { js: string; types: string }>();
  const { diagnostics } = program.emit(undefined, (path, text, _mark, _onError, [source] = []) => {
    if (source === undefined) return;
    const name = relative(root, source.fileName).split(sep).join('/');
    const both = compiled.get(name) ?? { js: '', types: '' };
    compiled.set(name, path.endsWith('.d.ts') ? { ...both, types: text } : { ...both, js: text });
  });
  const problems = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(), ...diagnostics];
  if (problems.length > 0) throw new Error(render(problems, root));
  return compiled;
}

const OPTIONS: ts.CompilerOptions = {
  noEmit: false,
  noCheck: true,
  declaration: true,
  rewriteRelativeImportExtensions: true,
  newLine: ts.NewLineKind.LineFeed,
};

function readOptions(root: string): ts.CompilerOptions {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  if (error !== undefined) throw new Error(render([error], root));
  const { options, errors } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  if (errors.length > 0) throw new Error(render(errors, root));
  return options;
}

const render = (problems: readonly ts.Diagnostic[], root: string): string =>
  ts.formatDiagnostics(problems, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  });
