/** Why no request can be made of a message: a sentence its author can act on. Never leaves the package. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}

/** Tells whether something caught is ours; asks carefully, since a message may throw anything at all. */
export function isUnusable(caught: unknown): caught is Unusable {
  try {
    return caught instanceof Unusable;
  } catch {
    return false;
  }
}

/** Shortens text from a message, so that a reason stays a sentence whatever the message holds. */
export function toShort(text: string, characters = 60): string {
  return text.length <= characters ? text : `${text.slice(0, characters)}…`;
}
