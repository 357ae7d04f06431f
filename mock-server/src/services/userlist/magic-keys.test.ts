import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { createMagicReader } from './magic-keys.ts';

const readMagic = createMagicReader(contract);

describe('the ending of a key', () => {
  it.each(['401', '403', '413', '422', '429', '500', '503', 'slow', 'hangup', 'flaky'])(
    '+%s asks for a treatment',
    (ending) => {
      expect(readMagic(`dev+${ending}`)).toMatchObject({ base: 'dev', fault: { name: `+${ending}` } });
    },
  );

  it('are these and no others', () => {
    expect(Object.keys(contract.magicKeys.endings)).toHaveLength(10);
  });

  it('is what stands behind the last plus sign', () => {
    expect(readMagic('a+503+429')).toMatchObject({ base: 'a+503', fault: { name: '+429' } });
    expect(readMagic('+429')).toMatchObject({ base: '' });
  });

  it.each([
    'dev',
    'dev+',
    'dev429',
    'dev+429 ',
    'dev+4290',
    'dev+Slow',
    'dev+404',
    'dev+429+',
    'dev+toString',
    '+',
  ])('of "%s" asks for nothing', (key) => {
    expect(readMagic(key)).toBeNull();
  });
});
