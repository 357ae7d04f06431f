/** Runs the official client in a process of its own, and sends with it what it is told to. */
import { sendCalls } from './official-calls.ts';
import type { Errand, Report } from './official-way.ts';

process.on('message', async ({ id, pushKey, calls, atOnce }: Errand) => {
  process.send?.({ id, came: await sendCalls(pushKey, calls, atOnce) } satisfies Report);
});
