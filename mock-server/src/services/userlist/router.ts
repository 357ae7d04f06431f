import type { Contract, OperationId } from '@understudy/openapi/contract';
import { pathOf } from '../../engine/call.ts';

/** Where a method and a target lead. */
export type Match = { readonly id: OperationId; readonly params: Readonly<Record<string, string>> | null };

export type Router = (method: string, target: string) => Match | null;

type Legacy = { readonly method: string; readonly segments: readonly string[]; readonly id: OperationId };

/** Finds operations by the contract's paths, their tolerated endings and the paths of older clients. */
export function createRouter(contract: Contract): Router {
  const exact = new Map<string, Map<string, Match>>();
  const legacy: Legacy[] = [];
  for (const [name, operation] of Object.entries(contract.operations)) {
    const id = name as OperationId;
    const byMethod = exact.get(operation.path) ?? new Map<string, Match>();
    exact.set(operation.path, byMethod.set(operation.method, { id, params: null }));
    for (const path of operation.legacyPaths)
      legacy.push({ method: operation.method, segments: path.split('/'), id });
  }

  return (method, target) => {
    const known = exact.get(target);
    if (known !== undefined) return known.get(method) ?? null;
    const path = withoutSuffix(pathOf(target), contract.toleratedPathSuffixes);
    const plain = exact.get(path);
    if (plain !== undefined) return plain.get(method) ?? null;
    const segments = path.split('/');
    for (const route of legacy) {
      const params = route.method === method ? paramsOf(route.segments, segments) : null;
      if (params !== null) return { id: route.id, params };
    }
    return null;
  };
}

function withoutSuffix(path: string, suffixes: readonly string[]): string {
  const suffix = suffixes.find((candidate) => path.endsWith(candidate) && path.length > candidate.length);
  return suffix === undefined ? path : path.slice(0, -suffix.length);
}

/** The attributes that stand in a path; null when the path is another. Dot segments are no identifiers: clients and proxies resolve them. */
function paramsOf(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (!expected.startsWith('{')) {
      if (segment !== expected) return null;
      continue;
    }
    const value = decodeSegment(segment);
    if (value === null || value.trim() === '' || value === '.' || value === '..') return null;
    params[expected.slice(1, -1)] = value;
  }
  return params;
}

function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
