import type { components } from '@understudy/openapi/control/types';
import type { Redaction } from './export-redaction.ts';

type Rendered = components['schemas']['Exchange'];

/** An exchange with the key of its sender hidden wherever that could have got to, bodies included. */
export function redactExchange(exchange: Rendered, { text, base64, json }: Redaction): Rendered {
  const { request, answer, fault } = exchange;
  const { raw, became } = request;
  const inHeaders = (headers: Rendered['request']['headers']) =>
    headers.map(({ name, value }) => ({ name: text(name), value: text(value) }));
  return {
    ...exchange,
    host: text(exchange.host),
    path: text(exchange.path),
    request: {
      ...request,
      headers: inHeaders(request.headers),
      body: json(request.body),
      ...(became === undefined ? {} : { became: { ...became, body: json(became.body) } }),
      raw: typeof raw === 'string' ? text(raw) : { base64: base64(raw.base64) },
    },
    answer: {
      ...answer,
      headers: inHeaders(answer.headers),
      body: text(answer.body),
      errors: answer.errors.map(text),
      reason: answer.reason === null ? null : text(answer.reason),
    },
    fault: fault === null ? null : { ...fault, name: text(fault.name), effect: toObject(json(fault.effect)) },
    diagnostics: exchange.diagnostics.map((each) => ({
      ...each,
      path: text(each.path),
      message: text(each.message),
    })),
    changes: exchange.changes.map((change) => ({
      ...change,
      key: text(change.key),
      before: json(change.before),
      after: json(change.after),
    })),
  };
}

function toObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
