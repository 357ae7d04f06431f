import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, viewAll } from '../stand-in.ts';
import { CLIENTS } from './clients/clients.ts';
import { expectAnswer, expectState } from './clients/expect-replayed.ts';
import { write } from './clients/to-wire.ts';

/** Said by every door itself, since it says how the message is put on its wire. */
const OF_THE_WIRE = ['host', 'connection', 'content-length', 'transfer-encoding'];
/** Requests of the web have no body with a GET. */
const OF_THE_WEB = ['fetch', 'msw'];

for (const client of CLIENTS) {
  describeThroughDoors(`What is sent by ${client.name}, ${client.versions}`, (standIn, doorName) => {
    const replays = client.replays.filter(
      ({ method, body }) => !(OF_THE_WEB.includes(doorName) && method === 'GET' && body !== undefined),
    );

    it.each(replays.map((replay) => [replay.what, replay] as const))('%s', async (_what, replay) => {
      for (const { path, body } of replay.given ?? []) expectAccepted(await standIn.post(path, body));
      const { method, path, headers, body, isChunked } = write(client, replay, 'dev');
      const reply = await standIn.send({
        method,
        target: path,
        headers: headers.filter(([name]) => !OF_THE_WIRE.includes(name.toLowerCase())),
        body,
        ...(isChunked ? { comes: 'in pieces' } : {}),
      });
      expectAnswer(replay, reply);
      expectState(replay, (collection) => viewAll(standIn.engine, collection, 'dev'));
    });
  });
}

it('Every client has something of its own', () => {
  const names = CLIENTS.map(({ name, versions }) => `${name} ${versions}`);
  expect(new Set(names).size).toBe(CLIENTS.length);
  for (const { replays } of CLIENTS) {
    const whats = replays.map(({ what }) => what);
    expect(new Set(whats).size).toBe(whats.length);
  }
});
