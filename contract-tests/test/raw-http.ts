import { connect } from 'node:net';

/** An answer as it came over the wire. */
export type RawAnswer = {
  readonly statusLine: string;
  /** Lines `Name: value`, as sent. */
  readonly headers: readonly string[];
  readonly body: string;
};

/** Sends bytes to a port on this machine and reads one answer, nothing in between. */
export function sendRaw(port: number, request: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    let received = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      received += text;
      const answer = parse(received);
      if (answer === null) return;
      socket.destroy();
      resolve(answer);
    });
    socket.on('error', reject);
    socket.on('end', () => reject(new Error(`The connection was closed after ${JSON.stringify(received)}`)));
  });
}

function parse(received: string): RawAnswer | null {
  const end = received.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const [statusLine = '', ...headers] = received.slice(0, end).split('\r\n');
  const body = received.slice(end + 4);
  const length = headers
    .map((line) => /^content-length: (\d+)$/i.exec(line)?.[1])
    .find((value) => value !== undefined);
  return length !== undefined && Buffer.byteLength(body) >= Number(length)
    ? { statusLine, headers, body }
    : null;
}

/** A request with the headers that the reference recommends. */
export function toRequest(method: string, path: string, key: string, body: string, scheme = 'Push'): string {
  return [
    `${method} ${path} HTTP/1.1`,
    'Host: push.userlist.com',
    `Authorization: ${scheme} ${key}`,
    'Accept: application/json',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}
