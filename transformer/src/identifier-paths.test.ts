import { expect, it } from 'vitest';
import { identifierPaths } from './identifier-paths.ts';

const usual = ['/userId', '/groupId', '/context/groupId'];
const track = { type: 'track', properties: { context: { groupId: 7 } } };

it('knows the usual places of ids', () => {
  for (const dialect of ['rudderstack', 'segment'] as const)
    for (const message of [{}, null, { type: 'identify', properties: track.properties }])
      expect(identifierPaths(message, dialect)).toEqual(usual);
});

it('knows the misplaced one only of RudderStack, where it is no property', () => {
  for (const message of [track, { ...track, context: { groupId: 8 } }])
    expect(identifierPaths(message, 'rudderstack')).toEqual([...usual, '/properties/context/groupId']);
  expect(identifierPaths(track, 'segment')).toEqual(usual);
});
