/** What a server shows over TLS, and what its clients have to trust for that; all of it in PEM. */
export type Identity = {
  readonly key: string;
  /** The server's own certificate. */
  readonly certificate: string;
  /** That of the authority which signed it. */
  readonly authority: string;
};

/** Whom a server can be. */
export type TlsNames = { readonly hosts: readonly string[]; readonly addresses: readonly string[] };
