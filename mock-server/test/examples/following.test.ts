import { createUserlistEngine } from '@understudy/mock-server';
import { createDesk } from '@understudy/mock-server/control';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { expect, it, onTestFinished } from 'vitest';

it('sees each request as it comes', async () => {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '1.0.0' }) });
  onTestFinished(() => front.close());
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });

  const stream = await fetch(`${url}/_control/exchanges/stream?account=my-key`);
  await fetch(`${url}/users`, {
    method: 'POST',
    headers: { Authorization: 'Push my-key', 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: 'user-1' }),
  });

  for await (const { event, data } of readEvents(stream)) {
    if (event !== 'settled') continue;
    expect(data).toMatchObject({ operation: 'pushUser', answer: { status: 202 }, delivered: 'full' });
    return;
  }
});

async function* readEvents({ body }: Response) {
  let rest = '';
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, event] = /^event: (.*)$/m.exec(block) ?? [];
      const [, data] = /^data: (.*)$/m.exec(block) ?? [];
      if (data !== undefined) yield { event, data: JSON.parse(data) as unknown };
    }
  }
}
