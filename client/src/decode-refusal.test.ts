import { describe, expect, it } from 'vitest';
import { decodeRefusal } from './decode-refusal.ts';

describe('a refusal', () => {
  it('gives the code and the texts of the envelope', () => {
    const body = { status: 422, code: 'unprocessable_content', errors: ['User must exist'] };
    expect(decodeRefusal(body)).toEqual({ code: 'unprocessable_content', errors: ['User must exist'] });
  });

  it('leaves out what is no text', () => {
    expect(decodeRefusal({ code: 7, errors: ['one', 2, null] })).toEqual({ code: null, errors: ['one'] });
  });

  it('gives the beginning of a page of HTML', () => {
    const { code, errors } = decodeRefusal(`\n<html>${'x'.repeat(5000)}`);
    expect(code).toBeNull();
    expect(errors).toEqual([`<html>${'x'.repeat(294)}`]);
  });

  it('gives JSON of another shape as it is', () => {
    expect(decodeRefusal({ status: 404, error: 'Not Found' })).toEqual({
      code: null,
      errors: ['{"status":404,"error":"Not Found"}'],
    });
    expect(decodeRefusal({ errors: 'oops' })).toEqual({ code: null, errors: ['{"errors":"oops"}'] });
  });

  it.each([[undefined], [''], ['  \n']])('has no texts when its body is %j', (body) => {
    expect(decodeRefusal(body)).toEqual({ code: null, errors: [] });
  });
});
