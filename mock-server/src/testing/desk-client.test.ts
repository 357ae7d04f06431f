import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { UsageError } from '../engine/usage-error.ts';
import { connectUserlist } from './connect-userlist.ts';
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

it.each(['http://name:hunter2@127.0.0.1:9', 'http://hunter2@[', 'ftp://name:hunter2@127.0.0.1'])(
  'refuses an address that may hold a password, and does not repeat it: %s',
  (url) => {
    const refuse = () => createDeskClient(url, null);
    expect(refuse).toThrow(UsageError);
    expect(refuse).not.toThrow('hunter2');
  },
);

it('gives up on something that takes questions and never answers, but not while it is told to wait', async () => {
  const held: ServerResponse[] = [];
  const server = createServer((_request, response) => void held.push(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const desk = createDeskClient(url, null, 1);
  const waiting = desk.ask('waitForMatches', { body: { timeout_ms: 60_000 } });
  await expect(desk.ask('getHealth')).rejects.toEqual(
    new UsageError(`Nothing answers at ${url} (nothing came for 1 ms); does the stand-in still run?`),
  );
  await expect(desk.ask('waitForMatches', { body: { timeout_ms: 3 } })).rejects.toThrow(
    'nothing came for 4 ms',
  );
  for (const response of held) response.end('{"items":[],"next":null}');
  expect(await waiting).toEqual({ items: [], next: null });
});

it.each([
  'null',
  '"text"',
  '[]',
  '{}',
  '{"items":"abc","next":null}',
  '{"now":0,"cleared":"1","account":"acct_1"}',
])('says of an answer that no stand-in gives that it is none: %s', async (text) => {
  const { url } = await answerWith(200, text);
  const userlist = connectUserlist({ url });
  const account = userlist.account('key');
  const asked = [
    account.users(),
    account.details(),
    account.settings(),
    account.conduct(),
    account.end(),
    account.waitForExchange(),
    account.expectExchange(),
    account.faults.arm('outage'),
    account.faults.list(),
    account.faults.clear(),
    account.clock.now(),
    userlist.journal.exchanges(),
  ];
  const stranger = new UsageError(`Something other than Understudy answers at ${url}, with 200.`);
  for (const end of await Promise.allSettled(asked))
    expect(end).toEqual({ status: 'rejected', reason: stranger });
});

it.each(['{"items":[],"next":"a"}', '{"items":[1],"next":"a"}'])(
  'asks for no more pages when they have no end: %s',
  async (text) => {
    const { url, requests } = await answerWith(200, text);
    await expect(connectUserlist({ url }).account('key').users()).rejects.toThrow(
      new UsageError('What answers is no stand-in: the pages of its list have no end.'),
    );
    expect(requests.length).toBeLessThan(3);
  },
);
