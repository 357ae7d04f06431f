/** Why a payload was not sent. */
export type BodyFault = {
  code: 'body_too_large' | 'non_finite_number' | 'not_json';
  /** JSON Pointer to the value at fault; empty for the whole body. */
  path: string;
  text: string;
};

/** A payload as JSON, or the first reason not to send it: over the limit in UTF-8 bytes, a number JSON would turn into null, or no JSON at all. */
export function toBodyText(
  body: unknown,
  limitBytes: number,
): { ok: true; text: string } | { ok: false; fault: BodyFault } {
  const paths = new Map<unknown, string>();
  let fault: BodyFault | undefined;
  const fail = (code: BodyFault['code'], path: string, reason: string) => {
    fault ??= { code, path, text: `${path === '' ? 'The body' : `The value at ${path}`} ${reason}` };
  };

  /** `value` is what JSON would write, `this[key]` what stood there before its toJSON was asked. */
  function look(this: Record<string, unknown>, key: string, value: unknown): unknown {
    const parent = paths.get(this);
    const path = parent === undefined ? '' : `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const given = this[key];
    if ((typeof value === 'number' || value instanceof Number) && !Number.isFinite(Number(value))) {
      fail('non_finite_number', path, `is ${value}, which JSON would turn into null.`);
    } else if (typeof value === 'bigint') {
      fail('not_json', path, 'is a BigInt. Give it as a string or a number.');
    } else if (given instanceof Date && Number.isNaN(given.getTime())) {
      // JSON would write null, and null tells the service to remove the value.
      fail('not_json', path, 'is an invalid date, which JSON would turn into null.');
    } else if (typeof value === 'object' && value !== null) {
      paths.set(value, path);
    }
    return fault === undefined ? value : undefined;
  }

  let text: string | undefined;
  try {
    text = JSON.stringify(body, look);
  } catch (error) {
    fail('not_json', '', `cannot be written as JSON: ${error}`);
  }
  if (text === undefined) fail('not_json', '', 'is nothing JSON can hold.');
  const bytes = new TextEncoder().encode(text).byteLength;
  if (bytes > limitBytes) {
    fail('body_too_large', '', `has ${bytes} bytes; the service takes ${limitBytes}. Send it in parts.`);
  }
  return fault === undefined ? { ok: true, text: text ?? '' } : { ok: false, fault };
}
