import type { Contract } from '@understudy/openapi/contract';
import { headerOf } from '../../engine/call.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Body } from '../../engine/service.ts';
import type { Notes } from './diagnostics.ts';

/** The text of a body that is to be read as JSON; null where there is nothing to read. */
export type TextReader = (body: Body, notes?: Notes) => string | null | Refusal;

/** Reads a body as far as its headers tell: JSON unless the sender says it is something else. */
export function createTextReader({ jsonMediaTypes }: Pick<Contract, 'jsonMediaTypes'>): TextReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  return (body, notes) => {
    const encoding = headerOf(body, 'content-encoding').trim().toLowerCase();
    if (encoding !== '' && encoding !== 'identity') {
      return refuse(
        'bad_request',
        `The body is said to be in Content-Encoding ${encoding}; send it as it is.`,
      );
    }
    if (body.size === 0) return null;
    const contentType = headerOf(body, 'content-type');
    if (contentType === '')
      notes?.add(
        'missing-content-type',
        '',
        'There was no Content-Type; the reference recommends `application/json; charset=utf-8`.',
      );
    if (contentType !== '' && !jsonMediaTypes.includes(mediaTypeOf(contentType))) {
      notes?.add(
        'body-ignored',
        '',
        `A body of type ${mediaTypeOf(contentType)} is not read; send \`Content-Type: application/json\`.`,
      );
      return null;
    }
    try {
      return decoder.decode(body.bytes);
    } catch {
      return refuse('bad_request', 'The body is not valid UTF-8.');
    }
  };
}

function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}
