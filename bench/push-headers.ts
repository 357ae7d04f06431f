/** What every request carries, towards every server. */
export const PUSH_HEADERS: Readonly<Record<string, string>> = {
  authorization: 'Push bench',
  'content-type': 'application/json',
};
