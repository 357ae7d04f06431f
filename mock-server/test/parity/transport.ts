/** Headers that belong to a connection and not to what is said over it, and why doors differ in them. */
export const TRANSPORT_HEADERS: Readonly<Record<string, string>> = {
  date: 'Written by the HTTP server, from the clock of the machine.',
  connection: 'Says whether the connection is used again; without one there is nothing to say.',
  'keep-alive': 'Says how long the connection is kept for another request.',
};
