import type { OpenStore } from '@understudy/mock-server/store';

/** Opens the file that keeps what is accepted. Loaded only when it is wanted: SQLite takes its time. */
export async function openData(file: string): Promise<OpenStore> {
  const { openStore } = await withoutWarning('SQLite', () => import('@understudy/mock-server/store'));
  return openStore(file);
}

/** Node 22 calls its SQLite experimental; on standard error that would look like a problem with the file. */
async function withoutWarning<Loaded>(start: string, load: () => Promise<Loaded>): Promise<Loaded> {
  const { emitWarning } = process;
  const emitOthers = (warning: string | Error, ...rest: never[]): void => {
    if (!String(warning).startsWith(start)) emitWarning.call(process, warning, ...rest);
  };
  process.emitWarning = emitOthers as typeof emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
