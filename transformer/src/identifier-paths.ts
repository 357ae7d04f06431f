import { type Dialect, findMisplaced } from './extensions.ts';

const usual = ['/userId', '/groupId', '/context/groupId'] as const;
const misplaced = '/properties/context/groupId';

/** Lists where a message holds ids, as JSON Pointers; for those who must not lose a digit of them. */
export function identifierPaths(message: unknown, dialect: Dialect): readonly string[] {
  const isMisplaced = findMisplaced(message).some(({ code }) => code === 'misplaced-context');
  return dialect === 'rudderstack' && isMisplaced ? [...usual, misplaced] : usual;
}
