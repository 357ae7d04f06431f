/** Pushes with each of the keys it is given, and says what became of it. */
import { sendRepeatedly } from './official-calls.ts';

const orders = JSON.parse(process.argv[2] ?? '') as [key: string, times: number][];
const seen = await Promise.all(orders.map(async ([key, times]) => [key, await sendRepeatedly(key, times)]));
process.stdout.write(JSON.stringify(Object.fromEntries(seen)));
