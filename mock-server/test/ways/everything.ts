/** A program that uses the official client with its defaults, for a process of its own. */
import { sendEverything } from './official-calls.ts';

process.stdout.write(JSON.stringify(await sendEverything('official')));
