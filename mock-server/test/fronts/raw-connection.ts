import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** One answer as it came over the wire. */
export type RawAnswer = {
  readonly status: number;
  /** Status line and headers. */
  readonly head: string;
  readonly body: string;
};

/** A client that says exactly what a test gives it, well-formed or not. */
export type RawConnection = {
  readonly socket: Socket;
  /** Writes Latin-1 text or bytes as they are. */
  say(bytes: string | Uint8Array): void;
  /** Waits for so many whole answers; fewer when the server closed before. */
  answers(count: number): Promise<RawAnswer[]>;
  /** Waits until the server has closed, and returns all whole answers. */
  untilClosed(): Promise<RawAnswer[]>;
  /** All that has come so far. */
  readonly received: string;
};

const HEAD_END = '\r\n\r\n';

export async function createRawConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect(port, host);
  await once(socket, 'connect');
  return follow(socket);
}

/** The same inside TLS, to a server that is `localhost` by the word of an authority. */
export async function createRawTlsConnection(port: number, ca: string): Promise<RawConnection> {
  const socket = connectTls({ port, host: '127.0.0.1', servername: 'localhost', ca });
  await once(socket, 'secureConnect');
  return follow(socket);
}

function follow(socket: Socket): RawConnection {
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    text += chunk;
  });
  // A reset is one way for a server to close.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));

  return {
    socket,
    say: (bytes) => void (typeof bytes === 'string' ? socket.write(bytes, 'latin1') : socket.write(bytes)),
    async answers(count) {
      while (toAnswers(text).length < count && !socket.closed) {
        await Promise.race([closed, new Promise((resolve) => socket.once('data', resolve))]);
      }
      return toAnswers(text);
    },
    async untilClosed() {
      await closed;
      return toAnswers(text);
    },
    get received() {
      return text;
    },
  };
}

/** The whole answers in a text, interim ones too; one to HEAD looks as if its body were missing. */
function toAnswers(text: string): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let at = 0;
  for (let end = text.indexOf(HEAD_END); end !== -1; end = text.indexOf(HEAD_END, at)) {
    const head = text.slice(at, end);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
    const bodyAt = end + HEAD_END.length;
    if (text.length < bodyAt + length) break;
    answers.push({ status: Number(head.slice(9, 12)), head, body: text.slice(bodyAt, bodyAt + length) });
    at = bodyAt + length;
  }
  return answers;
}
