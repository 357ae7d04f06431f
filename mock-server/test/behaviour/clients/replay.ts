/** What the desk lists of an account. */
export type Collection = 'users' | 'companies' | 'relationships' | 'events' | 'messages';

type Leaves = Readonly<Partial<Record<Collection, readonly object[]>>>;

/** Names and values in their order; `{host}`, `{key}` and `{length}` stand for what differs between requests. */
export type Headers = readonly (readonly [name: string, value: string])[];

/** One request of a client, and what has to come of it. */
export type Replay = {
  /** What is special about it. */
  readonly what: string;
  /** Which versions send it, where that is not all of the client's. */
  readonly versions?: string;
  /** What is pushed before. */
  readonly given?: readonly { readonly path: string; readonly body: object }[];
  readonly method?: 'POST' | 'DELETE' | 'GET' | 'PUT';
  readonly path: string;
  /** Whom it is meant for, where that is not the vendor's host of today. */
  readonly host?: string;
  /** A text is sent as it is, anything else as the client writes JSON; absent is no body at all. */
  readonly body?: unknown;
  /** 202 if absent. */
  readonly status?: 400 | 404 | 422;
  /** The texts of a 422. */
  readonly errors?: readonly string[];
  /** All that the account then holds, as far as it matters; what is not named is empty. */
  readonly leaves?: Leaves;
};

/** A client at some of its versions. */
export type Client = {
  readonly name: string;
  readonly versions: string;
  /** `client` is what the vendor's own code sends, `observed` what somebody else's was seen to. */
  readonly evidence: 'client' | 'observed';
  /** Of a request with a body. */
  readonly headers: Headers;
  /** Of a request without one, where the client can send such. */
  readonly bareHeaders?: Headers;
  toJson(body: unknown): string;
  readonly replays: readonly Replay[];
};

/** A user with a company, for what is then deleted. */
export const TWO: NonNullable<Replay['given']> = [
  {
    path: '/users',
    body: {
      identifier: 'user-2',
      email: 'user-2@example.com',
      company: { identifier: 'company-2', name: 'Two' },
    },
  },
];

export const USER_2 = { identifier: 'user-2', email: 'user-2@example.com' };
export const COMPANY_2 = { identifier: 'company-2', name: 'Two' };
export const RELATIONSHIP_2 = { user: 'user-2', company: 'company-2' };
/** What is left of them when the user goes. */
export const WITHOUT_USER_2: Leaves = { companies: [COMPANY_2] };
/** What is left of them when the company goes. */
export const WITHOUT_COMPANY_2: Leaves = { users: [USER_2] };
/** What is left of them when the relationship goes. */
export const WITHOUT_RELATIONSHIP_2: Leaves = { users: [USER_2], companies: [COMPANY_2] };
