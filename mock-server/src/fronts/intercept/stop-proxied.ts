import { Socket } from 'node:net';
import { findProxiedHost } from './proxied-host.ts';

type Done = (error?: Error | null) => void;
type Write = (this: Socket, data: unknown, encoding: BufferEncoding, done: Done) => void;
type WriteMany = (this: Socket, chunks: readonly { readonly chunk: unknown }[], done: Done) => void;
type Writing = { _write: Write; _writev: WriteMany };

export type ProxyWatch = {
  /** Looks from now on at what is written to a connection, which may be one to a proxy. */
  watch(socket: Socket): void;
};

/**
 * Ends a watched connection, before anything leaves, by which somebody asks a proxy for a host; `refuse` says with what
 * error, or null for a host that is none of ours. It looks at what is written as every library asks its proxy in its own way.
 */
export function createProxyWatch(refuse: (host: string, socket: Socket) => Error | null): ProxyWatch {
  const watched = new WeakSet<Socket>();
  const writing = Socket.prototype as unknown as Writing;
  const { _write: write, _writev: writeMany } = writing;

  const findError = (socket: Socket, data: unknown): Error | null => {
    if (!watched.has(socket)) return null;
    const host = findProxiedHost(data);
    return host === null ? null : refuse(host, socket);
  };

  writing._write = function (this: Socket, data: unknown, encoding: BufferEncoding, done: Done): void {
    const error = findError(this, data);
    if (error === null) write.call(this, data, encoding, done);
    else done(error);
  };

  writing._writev = function (
    this: Socket,
    chunks: readonly { readonly chunk: unknown }[],
    done: Done,
  ): void {
    const error = findError(this, chunks[0]?.chunk);
    if (error === null) writeMany.call(this, chunks, done);
    else done(error);
  };

  return { watch: (socket) => void watched.add(socket) };
}
