import { describe, expect, it } from 'vitest';
import { createDesk } from '../control/desk.ts';
import { type Answer, type Call, createUserlistEngine } from '../index.ts';
import { toFetchHandler } from './fetch.ts';

const BASE = 'http://push.userlist.test';
const headers = { authorization: 'Push k', 'content-type': 'application/json' };

function post(body: BodyInit | null, init: RequestInit = {}): Request {
  return new Request(`${BASE}/users?a=1`, {
    method: 'POST',
    headers,
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...init,
  });
}

describe('the fetch front', () => {
  it('answers an accepted request with an empty 202', async () => {
    const engine = createUserlistEngine();
    const response = await toFetchHandler(engine)(post('{"identifier":"u"}'));
    expect([response.status, response.statusText, response.body]).toEqual([202, 'Accepted', null]);
    expect([...response.headers]).toEqual([['content-length', '0']]);
    const [entry] = engine.journal.entries();
    expect(entry).toMatchObject({
      door: 'fetch',
      host: 'push.userlist.test',
      target: '/users?a=1',
      delivered: 'full',
      status: 202,
    });
    expect(new TextDecoder().decode(entry?.bytes)).toBe('{"identifier":"u"}');
  });

  it('answers in the words of the vendor', async () => {
    const handle = toFetchHandler(createUserlistEngine());
    const response = await handle(new Request(`${BASE}/nope`));
    expect([response.status, response.statusText]).toEqual([404, 'Not Found']);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('answers HEAD without a body', async () => {
    const engine = createUserlistEngine();
    const response = await toFetchHandler(engine)(new Request(`${BASE}/nope`, { method: 'HEAD' }));
    expect([response.status, response.body]).toEqual([404, null]);
    expect([...engine.journal.entries()][0]).toMatchObject({ delivered: 'full', deliveredBytes: 0 });
  });

  it('counts an oversize body, keeps its beginning and stops at the cap', async () => {
    const engine = createUserlistEngine();
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(50_000)),
      cancel() {
        cancelled = true;
      },
    });
    const response = await toFetchHandler(engine, null, { readCapBytes: 200_000 })(post(endless));
    expect(response.status).toBe(413);
    expect(cancelled).toBe(true);
    const [entry] = engine.journal.entries();
    expect([entry?.size, entry?.bytes.byteLength]).toEqual([200_000, 102_400]);
  });

  it('fails as fetch does when the body breaks off', async () => {
    const engine = createUserlistEngine();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Uint8Array.of(123));
        controller.error(new Error('gone'));
      },
    });
    await expect(toFetchHandler(engine)(post(broken))).rejects.toThrow(TypeError);
    expect([...engine.journal.entries()][0]).toMatchObject({
      complete: false,
      status: null,
      delivered: 'none',
    });
  });

  it('fails with the reason of its signal when it was aborted', async () => {
    const engine = createUserlistEngine();
    const request = post('{"identifier":"u"}', { signal: AbortSignal.abort(new Error('changed my mind')) });
    await expect(toFetchHandler(engine)(request)).rejects.toThrow('changed my mind');
    expect([...engine.journal.entries()].map(({ delivered }) => delivered)).toEqual(['none']);
  });

  it('tells the desk when nobody waits for its answer any more', async () => {
    const engine = createUserlistEngine();
    const desk = createDesk({ engine, version: '1' });
    const sender = new AbortController();
    const request = new Request('http://localhost:4010/_control/exchanges/wait?timeout_ms=600000', {
      signal: sender.signal,
    });
    const waited = toFetchHandler(engine, desk)(request);
    await new Promise((resolve) => setImmediate(resolve));
    sender.abort(new Error('changed my mind'));
    await expect(waited).rejects.toThrow('changed my mind');
  });

  it('leads to the desk, which may take its time', async () => {
    const calls: Call[] = [];
    const answer: Answer = {
      status: 200,
      reason: 'OK',
      headers: ['Content-Type', 'application/json'],
      body: '{}',
      close: false,
    };
    const desk = {
      prefix: '/_control',
      answer(call: Call) {
        calls.push(call);
        return Promise.resolve(answer);
      },
      close: () => undefined,
    };
    const engine = createUserlistEngine();
    const response = await toFetchHandler(engine, desk)(new Request('http://localhost:4010/_control/health'));
    expect([response.status, await response.text()]).toEqual([200, '{}']);
    expect(calls[0]).toMatchObject({ method: 'GET', target: '/_control/health', host: 'localhost:4010' });
    expect(engine.journal.size).toBe(0);
  });
});
