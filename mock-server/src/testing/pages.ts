type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** As many as the desk puts on one page. */
const MOST_ON_A_PAGE = 1000;

/** Everything that a list of the desk has, page after page. */
export async function readPages<Item>(
  ask: (page: { readonly limit: number; readonly after?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let next: string | null = null;
  do {
    const page: Page<Item> = await ask({ limit: MOST_ON_A_PAGE, ...(next === null ? {} : { after: next }) });
    all.push(...page.items);
    next = page.next;
  } while (next !== null);
  return all;
}
