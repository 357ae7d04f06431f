import fc from 'fast-check';

/** A request that may well be accepted. */
export type AnyRequest = {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
};

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

const identifier = fc.constantFrom('u1', 'u2', 'u3', 4);
const email = fc.constantFrom('a@x', 'b@x', 'A@x');
const companyName = fc.constantFrom('c1', 'c2', 'c3');
const moment = fc.constantFrom('2026-01-02T03:04:05Z', '2030-01-01', 1_700_000_000, 'no time', null);
const property = fc.oneof(
  fc.constantFrom<unknown>(null, 1, -0, 1e21, 'x', '\ud800', '', true, [1, null], '2026-01-02T03:04:05Z'),
  fc.dictionary(fc.constantFrom('a', 'B', '7', '__proto__'), fc.option(fc.nat(3)), { maxKeys: 3 }),
);
const properties = fc.dictionary(fc.constantFrom('p', 'q', 'Plan Name', '3', 'constructor'), property, {
  maxKeys: 3,
});

const naming = fc.oneof(
  fc.record({ identifier }),
  fc.record({ email }),
  fc.record({ identifier, email: fc.option(email) }),
  fc.record({ identifiers: fc.constant([{ scope: 'custom', identifier: 'u9' }]) }),
);
const attributes = fc.record({
  properties: maybe(properties),
  signed_up_at: maybe(moment),
  last_seen_at: maybe(moment),
});
const company = fc.oneof(
  companyName,
  fc
    .tuple(companyName, attributes, maybe(fc.constantFrom('Name', null)))
    .map(([own, more, name]) => ({ identifier: own, ...more, name })),
);
const preferences = fc.array(
  fc.record({ topic: fc.constantFrom('news', 'tips'), subscribed: fc.boolean() }),
  { maxLength: 2 },
);
const user = fc
  .tuple(naming, attributes, maybe(preferences), fc.array(company, { maxLength: 2 }), maybe(properties))
  .map(([own, more, chosen, companies, between]) => ({
    ...own,
    ...more,
    preferences: chosen,
    companies,
    relationships: between === undefined ? undefined : [{ company: 'c1', properties: between }],
  }));

const message = fc.record(
  {
    type: fc.constantFrom('identify', 'group', 'Track', 'page'),
    userId: fc.constantFrom('u1', 'u2', 4, null),
    groupId: companyName,
    event: fc.constantFrom('Opened', 'closed'),
    traits: fc
      .tuple(maybe(properties), maybe(email), maybe(moment))
      .map(([own, address, at]) => ({ ...own, email: address, createdAt: at, name: 'Name' })),
    properties,
    context: fc.record({ groupId: companyName }),
    timestamp: moment,
    integrations: properties.map((between) => ({
      Userlist: { extensions: { relationship: { properties: between } } },
    })),
  },
  { requiredKeys: ['type', 'userId'] },
);

const post = (path: string, body: fc.Arbitrary<unknown>): fc.Arbitrary<AnyRequest> =>
  body.map((value) => ({ method: 'POST', path, body: value }));
const remove = (path: string, body: fc.Arbitrary<unknown>): fc.Arbitrary<AnyRequest> =>
  body.map((value) => ({ method: 'DELETE', path, body: value }));

/** Creates, changes, deletes, relates, in every way that either host has; some are refused. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.oneof(
  { weight: 5, arbitrary: post('/users', user) },
  {
    weight: 3,
    arbitrary: post(
      '/companies',
      fc
        .tuple(companyName, attributes, fc.array(user, { maxLength: 2 }))
        .map(([own, more, users]) => ({ identifier: own, ...more, users })),
    ),
  },
  { weight: 2, arbitrary: post('/relationships', fc.record({ user: naming, company, properties })) },
  {
    weight: 3,
    arbitrary: post(
      '/events',
      fc.record({
        name: fc.constantFrom('Opened', 'closed'),
        user: fc.option(naming),
        company: fc.option(company),
        occurred_at: maybe(moment),
        properties: maybe(properties),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: post(
      '/messages',
      fc.record({
        template: fc.constant('welcome'),
        user: maybe(naming),
        company: maybe(company),
        to: fc.constant('to@x'),
        properties: maybe(properties),
      }),
    ),
  },
  { weight: 3, arbitrary: post('/rudderstack/events', message) },
  { weight: 2, arbitrary: post('/segment/events', message) },
  { weight: 1, arbitrary: post('/posthog/users', user) },
  { weight: 2, arbitrary: remove('/users', naming) },
  { weight: 2, arbitrary: remove('/companies', fc.record({ identifier: companyName })) },
  { weight: 2, arbitrary: remove('/relationships', fc.record({ user: naming, company: companyName })) },
  { weight: 1, arbitrary: remove('/users/u1', fc.constant(undefined)) },
  { weight: 1, arbitrary: remove('/relationships/u2/c1', fc.constant(undefined)) },
);
