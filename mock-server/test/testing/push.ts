import { request } from 'node:http';

type Addressed = { readonly url: string; readonly pushKey: string };

/** Sends something as a program would, on a connection of its own; resolves with the status. */
export function push(
  { url, pushKey }: Addressed,
  path: string,
  body: unknown,
  signal?: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}${path}`,
      {
        method: 'POST',
        agent: false,
        headers: { Authorization: `Push ${pushKey}`, 'Content-Type': 'application/json' },
        ...(signal === undefined ? {} : { signal }),
      },
      (response) => {
        response.resume();
        response.on('error', reject);
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}

/** The same for a user. */
export const pushUser = (account: Addressed, user: object, signal?: AbortSignal): Promise<number> =>
  push(account, '/users', user, signal);
