/** What Node is told to connect to, as far as it matters here. */
export type Order = Readonly<
  Partial<Record<'host' | 'port' | 'servername' | 'path' | 'socket' | 'ALPNProtocols', unknown>>
>;

/** What is to be connected to, of all ways in which Node is told. */
export function toOrder(args: readonly unknown[]): Order {
  // Within Node the arguments come as a list that was put in order before.
  const [first, second, third] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first;
  const options = [second, third].find((each) => typeof each === 'object' && each !== null) ?? {};
  if (!/^[0-9]+$/.test(String(first))) return { ...options, path: first };
  return { ...options, port: first, ...(typeof second === 'string' ? { host: second } : {}) };
}

/** What is to be called once there is a connection. */
export function toCallback(args: readonly unknown[]): (() => void) | undefined {
  const all: readonly unknown[] = Array.isArray(args[0]) ? args[0] : args;
  return all.find((each): each is () => void => typeof each === 'function');
}
