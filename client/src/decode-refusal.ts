const longestText = 300;

/** The code and the texts of a refusal; a body that is not the vendor's envelope gives code null and its first 300 characters. */
export function decodeRefusal(body: unknown): { code: string | null; errors: string[] } {
  if (typeof body === 'object' && body !== null && 'errors' in body && Array.isArray(body.errors)) {
    const code = 'code' in body && typeof body.code === 'string' ? body.code : null;
    return { code, errors: body.errors.filter((error) => typeof error === 'string') };
  }
  const text = (typeof body === 'string' ? body : (JSON.stringify(body) ?? '')).trim();
  return { code: null, errors: text === '' ? [] : [text.slice(0, longestText)] };
}
