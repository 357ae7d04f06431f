import { readFile } from 'node:fs/promises';

/** A piece of a page that is set off as code. */
export type Block = { readonly language: string; readonly text: string };

/** A page of the documentation, by its headings of the second level. */
export async function readSections(name: string): Promise<ReadonlyMap<string, readonly Block[]>> {
  const page = await readFile(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  const sections = page.split(/^## /m).slice(1);
  return new Map(sections.map((text) => [text.slice(0, text.indexOf('\n')), blocksOf(text)]));
}

function blocksOf(text: string): Block[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = '', inner = '']) => ({
    language,
    text: inner,
  }));
}
