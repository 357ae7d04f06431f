import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { UsageError } from '../engine/usage-error.ts';
import { createDeskClient } from './desk-client.ts';

type Request = {
  readonly method: string;
  readonly target: string;
  readonly authorization: string | undefined;
};

/** Something that answers every request the same. */
async function answerWith(status: number, text: string): Promise<{ url: string; requests: Request[] }> {
  const requests: Request[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    requests.push({ method, target: url, authorization: headers.authorization });
    response.writeHead(status).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const toProblem = (code: string, message: string, path: string | null = null): string =>
  JSON.stringify({ error: { code, message, path } });

it('asks at the path of the operation, with what it is given', async () => {
  const { url, requests } = await answerWith(200, '{"items":[],"next":null}');
  const desk = createDeskClient(`${url}/behind/`, 'let-me-in');
  await desk.ask('listUsers', { params: { account: 'my/key+1 $&' }, query: { email: 'a+b@c.d', limit: 7 } });
  expect(desk.url).toBe(`${url}/behind`);
  expect(requests).toEqual([
    {
      method: 'GET',
      target: '/behind/_control/accounts/my%2Fkey%2B1%20%24%26/users?email=a%2Bb%40c.d&limit=7',
      authorization: 'Bearer let-me-in',
    },
  ]);
});

it('shows no token where there is none', async () => {
  const { url, requests } = await answerWith(200, '{}');
  await createDeskClient(url, null).ask('getHealth');
  expect(requests.map(({ authorization }) => authorization)).toEqual([undefined]);
});

it.each<[string, number, string, string, string]>([
  [
    'what is wrong, and where',
    400,
    toProblem('invalid_body', 'No.', '/status'),
    'UsageError',
    '/status: No.',
  ],
  ['that the root of a body is wrong', 400, toProblem('invalid_body', 'No.', ''), 'UsageError', 'No.'],
  ['that a token is wanted', 401, toProblem('token_wanted', 'No.'), 'UsageError', 'Give it as controlToken.'],
  ['that it is not so', 409, toProblem('expectation_failed', 'No.', '/exactly'), 'ExpectationError', 'No.'],
  ['that it came too late', 408, toProblem('wait_timed_out', 'Late.'), 'ExpectationError', 'Late.'],
  ['that it failed', 500, toProblem('crashed', 'Oh.'), 'Error', 'says: Oh.'],
  ['something that is no JSON', 200, '<html>', 'UsageError', 'Something other than Understudy answers'],
  ['a refusal of another kind', 404, '{"error":"none"}', 'UsageError', 'Something other than Understudy'],
])('rejects when the stand-in says %s', async (_what, status, text, name, message) => {
  const { url } = await answerWith(status, text);
  const error: unknown = await createDeskClient(url, null)
    .ask('getHealth')
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name, message: expect.stringContaining(message) });
});

it.each(['localhost:4010', '', 'file:///tmp', '127.0.0.1'])('refuses %j as an address', (url) => {
  expect(() => createDeskClient(url, null)).toThrow(UsageError);
});
