import type { Answer } from '../engine/outcome.ts';

/** Statuses with which a Response may have no body. */
const WITHOUT_BODY = [204, 205, 304];

/** Whether the answer to a request may have a body. */
export function mayHaveBody({ status }: Pick<Answer, 'status'>, method: string): boolean {
  return method !== 'HEAD' && !WITHOUT_BODY.includes(status);
}

/** A Response with the head of an answer. */
export function toResponse(
  { status, reason, headers }: Omit<Answer, 'body'>,
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null,
): Response {
  const response = new Response(body, { status, statusText: reason });
  // A Response made from a text is given a content type of its own.
  response.headers.delete('content-type');
  for (let at = 0; at + 1 < headers.length; at += 2)
    response.headers.append(headers[at] ?? '', headers[at + 1] ?? '');
  return response;
}
