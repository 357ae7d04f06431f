import type { Contract } from '@understudy/openapi/contract';
import type { MagicEnding } from '../../engine/service.ts';

/** Reads what a key asks for by its ending; null for an ordinary key. [assumed] */
export function createMagicReader({
  magicKeys,
}: Pick<Contract, 'magicKeys'>): (key: string) => MagicEnding | null {
  const { separator, endings } = magicKeys;
  return (key) => {
    const at = key.lastIndexOf(separator);
    const ending = at === -1 ? '' : key.slice(at + separator.length);
    const asked = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
    return asked === undefined
      ? null
      : { base: key.slice(0, at), fault: { name: `${separator}${ending}`, ...asked } };
  };
}
