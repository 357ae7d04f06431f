import dns from 'node:dns';
import promises from 'node:dns/promises';

type Lookup = (name: unknown, ...rest: unknown[]) => unknown;
type Told = (error: null, found: unknown, family?: number) => void;
type Found = { readonly address: string; readonly family: 4 | 6 };

/** Of this machine, and of nobody there: by it a program is known that has looked one of the hosts up before it connects. */
const RESERVED = [
  { address: '127.94.118.53', family: 4 },
  // The same, in the form that URLs have it in.
  { address: '::ffff:7f5e:7635', family: 6 },
] as const satisfies readonly Found[];

/** Whether an address is what the lookup of one of the hosts is answered with. */
export const isReserved = (host: string): boolean => RESERVED.some(({ address }) => address === host);

/** Has `lookup` answer for some hosts without asking anybody; the caller syncs the exports. */
export function answerLookups(isMeant: (name: string) => boolean): void {
  const isAsked = (name: unknown): boolean => typeof name === 'string' && isMeant(name);
  // A proxy has all that Node has put on the function, such as how promisify makes a promise of it.
  dns.lookup = new Proxy(dns.lookup as Lookup, {
    apply(lookup, own, args) {
      const [told]: unknown[] = args.slice(-1);
      if (!isAsked(args[0]) || typeof told !== 'function') return Reflect.apply(lookup, own, args);
      const { all, found } = find(args[1]);
      const tell = told as Told;
      if (all) process.nextTick(tell, null, found);
      else process.nextTick(tell, null, found[0].address, found[0].family);
      return {};
    },
  }) as typeof dns.lookup;
  promises.lookup = new Proxy(promises.lookup as Lookup, {
    apply(lookup, own, args) {
      if (!isAsked(args[0])) return Reflect.apply(lookup, own, args);
      const { all, found } = find(args[1]);
      return Promise.resolve(all ? found : found[0]);
    },
  }) as typeof promises.lookup;
}

/** What is answered, and whether as a list; copies, as they are the program's. */
function find(given: unknown): { readonly all: boolean; readonly found: readonly [Found, ...Found[]] } {
  const { family, all } = (typeof given === 'object' && given !== null ? given : { family: given }) as {
    readonly family?: unknown;
    readonly all?: unknown;
  };
  const [four, six] = RESERVED;
  const only = family === 6 || family === 'IPv6' ? six : four;
  return { all: all === true, found: [{ ...only }] };
}
