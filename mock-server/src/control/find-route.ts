import { type DeskRoute, deskRoutes } from '@understudy/openapi/control/routes';
import { type Problem, toProblem } from './problem.ts';

export type FoundRoute = { readonly route: DeskRoute; readonly params: Readonly<Record<string, string>> };

const ROUTES = deskRoutes.map((route) => ({ route, segments: route.path.split('/') }));

/** A slash behind it is no path below it. */
const ROOT = '/_control';

const PARAMETER = /^\{(\w+)\}$/;

/** Where a method and a path lead, with the decoded parameters of the path. HEAD leads where GET does. */
export function findRoute(method: string, path: string): FoundRoute | Problem {
  const segments = (path === `${ROOT}/` ? ROOT : path).split('/');
  const matches = ROUTES.filter(({ segments: pattern }) => isMatch(pattern, segments));
  // `/exchanges/wait` is also `/exchanges/{id}`; the path with fewer parameters is the one that is meant.
  const fewest = Math.min(...matches.map(({ route }) => countParameters(route)));
  const candidates = matches
    .filter(({ route }) => countParameters(route) === fewest)
    .map(({ route }) => route);
  if (candidates.length === 0) return toUnknownPath();
  const route = candidates.find((each) => each.method === (method === 'HEAD' ? 'GET' : method));
  if (route === undefined) return toWrongMethod(candidates);
  const params = readParams(route.path.split('/'), segments);
  return params === null
    ? toProblem('invalid_path', 'The path is badly percent-encoded; write % as %25.')
    : { route, params };
}

function isMatch(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (PARAMETER.test(part) ? segments[index] !== '' : part === segments[index]))
  );
}

function countParameters(route: DeskRoute): number {
  return route.path.split('{').length - 1;
}

function readParams(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const [, name] = PARAMETER.exec(part) ?? [];
    if (name === undefined) continue;
    try {
      params[name] = decodeURIComponent(segments[index] ?? '');
    } catch {
      return null;
    }
  }
  return params;
}

/** Does not repeat the path: it may hold a push key. */
function toUnknownPath(): Problem {
  const known = deskRoutes.map(({ method, path }) => `${method} ${path}`);
  return toProblem('unknown_path', 'The desk has no such path.', null, known);
}

function toWrongMethod(routes: readonly DeskRoute[]): Problem {
  const methods = routes.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return toProblem('method_not_allowed', `This path takes ${methods.join(', ')}.`, null, methods);
}
