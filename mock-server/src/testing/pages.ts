import { UsageError } from '../engine/usage-error.ts';

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** As many as the desk puts on one page. */
const MOST_ON_A_PAGE = 1000;

/** Everything that a list of the desk has, page after page. Rejects with a UsageError when pages go round in a circle. */
export async function readPages<Item>(
  ask: (page: { readonly limit: number; readonly after?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await ask({ limit: MOST_ON_A_PAGE, ...(next === null ? {} : { after: next }) });
    if (page.next !== null && (page.items.length === 0 || page.next === next))
      throw new UsageError('What answers is no stand-in: the pages of its list have no end.');
    all.push(...page.items);
    next = page.next;
  } while (next !== null);
  return all;
}
