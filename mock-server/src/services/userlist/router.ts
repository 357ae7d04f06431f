import type { Contract, HostName, OperationId } from '@understudy/openapi/contract';
import { pathOf } from '../../engine/call.ts';
import { createHostReader } from './host-reader.ts';

/** Where a method and a target lead. */
export type Match = { readonly id: OperationId; readonly params: Readonly<Record<string, string>> | null };

/** Finds the operation of a method and a target on a host. */
export type Router = (method: string, target: string, host: string) => Match | null;

type Placed = { readonly host: HostName; readonly match: Match };

type Legacy = {
  readonly method: string;
  readonly segments: readonly string[];
  readonly host: HostName;
  readonly id: OperationId;
};

/**
 * Finds operations by the contract's paths, their tolerated endings and the paths of older clients. Each of the vendor's
 * hosts has its own; any other host has all.
 */
export function createRouter(
  contract: Pick<Contract, 'operations' | 'hosts' | 'toleratedPathSuffixes'>,
): Router {
  const readHost = createHostReader(contract);
  const exact = new Map<string, Map<string, Placed>>();
  const legacy: Legacy[] = [];
  for (const [name, { host, method, path, legacyPaths }] of Object.entries(contract.operations)) {
    const id = name as OperationId;
    const byMethod = exact.get(path) ?? new Map<string, Placed>();
    exact.set(path, byMethod.set(method, { host, match: { id, params: null } }));
    for (const old of legacyPaths) legacy.push({ method, segments: old.split('/'), host, id });
  }

  const isOn = (host: HostName, named: string): boolean => {
    const asked = readHost(named);
    return asked === null || asked === host;
  };
  const matchOn = (placed: Placed | undefined, named: string): Match | null =>
    placed !== undefined && isOn(placed.host, named) ? placed.match : null;

  return (method, target, host) => {
    const known = exact.get(target);
    if (known !== undefined) return matchOn(known.get(method), host);
    const path = withoutSuffix(pathOf(target), contract.toleratedPathSuffixes);
    const plain = exact.get(path);
    if (plain !== undefined) return matchOn(plain.get(method), host);
    const segments = path.split('/');
    for (const route of legacy) {
      const params = route.method === method ? paramsOf(route.segments, segments) : null;
      if (params !== null) return isOn(route.host, host) ? { id: route.id, params } : null;
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
