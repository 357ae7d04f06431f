type Values = Record<string, number | null>;
type ModelUser = { identifier: string | null; email: string | null; properties: Values };
type ModelRelationship = { user: ModelUser; company: string; properties: Values };
type ModelEvent = { name: string; user: ModelUser | null; company: string | null };

/** What an account holds, written down as plainly as the rules read. */
export type Model = {
  users: ModelUser[];
  companies: Map<string, Values>;
  relationships: ModelRelationship[];
  events: ModelEvent[];
};

export type Naming = { readonly identifier?: string; readonly email?: string | null };
export type UserPush = Naming & { readonly properties?: Values };
export type Step =
  | { readonly kind: 'push-user'; readonly user: UserPush; readonly companies: readonly string[] }
  | { readonly kind: 'delete-user'; readonly user: Naming }
  | {
      readonly kind: 'push-company';
      readonly company: string;
      readonly properties: Values;
      readonly users: readonly UserPush[];
    }
  | { readonly kind: 'delete-company'; readonly company: string }
  | {
      readonly kind: 'relate';
      readonly user: UserPush;
      readonly company: string;
      readonly properties: Values;
    }
  | { readonly kind: 'part'; readonly user: Naming; readonly company: string }
  | {
      readonly kind: 'event';
      readonly name: string;
      readonly user: UserPush | null;
      readonly company: string | null;
    };

function find(model: Model, who: Naming): ModelUser | undefined {
  const hasEmail = ({ email: own }: ModelUser): boolean =>
    own !== null && own.toLowerCase() === who.email?.toLowerCase();
  const nameless = model.users.find((each) => each.identifier === null && hasEmail(each));
  if (who.identifier !== undefined)
    return model.users.find((each) => each.identifier === who.identifier) ?? nameless;
  return nameless ?? model.users.find(hasEmail);
}

function merge(into: Values, sent: Values = {}): void {
  for (const [key, value] of Object.entries(sent)) {
    if (value === null) delete into[key];
    else into[key] = value;
  }
}

function push(model: Model, sent: UserPush): ModelUser {
  const known = find(model, sent);
  const meant: ModelUser = known ?? { identifier: null, email: null, properties: {} };
  if (known === undefined) model.users.push(meant);
  meant.identifier ??= sent.identifier ?? null;
  if (sent.email !== undefined) meant.email = sent.email;
  merge(meant.properties, sent.properties);
  return meant;
}

function pushCompany(model: Model, name: string, sent: Values = {}): void {
  const values = model.companies.get(name) ?? {};
  model.companies.set(name, values);
  merge(values, sent);
}

function relate(model: Model, meant: ModelUser, name: string, sent: Values = {}): void {
  const known = model.relationships.find((each) => each.user === meant && each.company === name);
  const relationship = known ?? { user: meant, company: name, properties: {} };
  if (known === undefined) model.relationships.push(relationship);
  merge(relationship.properties, sent);
}

/** Does to a model what the service should do to an account. */
export function perform(model: Model, made: Step): void {
  switch (made.kind) {
    case 'push-user': {
      const meant = push(model, made.user);
      for (const name of made.companies) {
        pushCompany(model, name);
        relate(model, meant, name);
      }
      return;
    }
    case 'delete-user': {
      const gone = find(model, made.user);
      model.users = model.users.filter((each) => each !== gone);
      model.relationships = model.relationships.filter((each) => each.user !== gone);
      model.events = model.events.filter((each) => gone === undefined || each.user !== gone);
      return;
    }
    case 'push-company': {
      pushCompany(model, made.company, made.properties);
      for (const each of made.users) relate(model, push(model, each), made.company);
      return;
    }
    case 'delete-company': {
      model.companies.delete(made.company);
      model.relationships = model.relationships.filter((each) => each.company !== made.company);
      model.events = model.events.filter((each) => each.company !== made.company);
      return;
    }
    case 'relate': {
      const meant = push(model, made.user);
      pushCompany(model, made.company);
      relate(model, meant, made.company, made.properties);
      return;
    }
    case 'part': {
      const meant = find(model, made.user);
      model.relationships = model.relationships.filter(
        (each) => each.user !== meant || each.company !== made.company,
      );
      return;
    }
    case 'event': {
      const meant = made.user === null ? null : push(model, made.user);
      if (made.company !== null) pushCompany(model, made.company);
      model.events.push({ name: made.name, user: meant, company: made.company });
    }
  }
}

const nameOf = (meant: ModelUser | null): unknown =>
  meant === null ? null : (meant.identifier ?? { email: meant.email });

/** What the views should show of a model, without times. */
export function expected(model: Model): unknown {
  return {
    users: model.users,
    companies: [...model.companies].map(([name, values]) => ({ identifier: name, properties: values })),
    relationships: model.relationships.map(({ user: meant, ...rest }) => ({ user: nameOf(meant), ...rest })),
    events: model.events.map(({ user: meant, ...rest }) => ({ ...rest, user: nameOf(meant) })),
  };
}

export function createModel(): Model {
  return { users: [], companies: new Map(), relationships: [], events: [] };
}
