/** A line as JSON, whatever that holds. */
export type Reading =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a line as JSON; whether that is a message is for others to say. */
export function readMessage(text: string): Reading {
  try {
    const message: unknown = JSON.parse(text);
    return { kind: 'message', message };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // The parser's "line 1" would stand beside the number of the line in the file.
    return { kind: 'unreadable', reason: `The line is not JSON: ${said.replace(/ \(line.*\)$/, '')}.` };
  }
}
