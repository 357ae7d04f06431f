/** Ends what makes pieces that nobody will read. */
export async function letGo(iterator: AsyncIterator<string>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    // What goes wrong in it concerns nobody any more.
  }
}
