import { posix } from 'node:path';

/**
 * Where a file of the workspace stands in a package: what is compiled in `dist`, and in a folder of its own there where it is
 * another package's, so that every package is whole; all else where it was.
 */
export function placeOf(folder: string, path: string): string {
  const [owner = '', first = '', ...rest] = path.split('/');
  const isCompiled = first === 'src' || first === 'generated';
  if (owner === folder) return isCompiled ? posix.join('dist', ...rest) : posix.join(first, ...rest);
  if (!isCompiled)
    throw new Error(`${folder} would have to bring ${path}, which is neither source nor generated.`);
  return posix.join('dist', owner, ...rest);
}

/** The same for the JavaScript and the declarations of a source. */
export const toJs = (place: string): string => place.replace(/\.ts$/, '.js');
export const toTypes = (place: string): string => place.replace(/\.ts$/, '.d.ts');
