/**
 * Makes a function that gives header lists back with the texts of the list before, wherever they are the same. A client
 * says nearly the same with every request, and what the journal keeps of it would otherwise be a dozen new strings.
 */
export function createRepeatedHeaders(): (headers: string[]) => readonly string[] {
  let last: readonly string[] = [];

  return (headers) => {
    let differs = headers.length !== last.length;
    for (let at = 0; at < headers.length; at += 1) {
      const before = last[at];
      if (before !== undefined && before === headers[at]) headers[at] = before;
      else differs = true;
    }
    if (differs) last = headers;
    return last;
  };
}
