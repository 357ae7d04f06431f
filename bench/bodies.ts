export type BodySize = 'small' | 'large';

export const BODY_SIZES: readonly BodySize[] = ['small', 'large'];

/** What `POST /users` accepts, as a customer's own code would build it. */
export type UserBody = {
  readonly identifier: string;
  readonly email: string;
  readonly signed_up_at: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly company?: Readonly<Record<string, unknown>>;
  readonly relationships?: readonly Readonly<Record<string, unknown>>[];
};

/** As many bodies as users: nobody sends the same one over and over, and a cache of one body would flatter. */
const COUNTS: Readonly<Record<BodySize, number>> = { small: 200, large: 40 };
/** Of JSON. */
const LARGE_BYTES = 50_000;
/** Every tenth body comes from somebody who names properties in camelCase; all others keep to snake_case. */
const CAMEL_EVERY = 10;
const FIRST_NAMES = ['Ada', 'Björn', 'Chiara', 'Dmitri', 'Esther', 'Fatima', 'Grace', 'Hiro', 'Inés', 'João'];
const LAST_NAMES = ['Moreno', 'Lindqvist', 'Okafor', 'Petrov', 'Quigley', 'Rossi', 'Sørensen', 'Tanaka'];
const PLANS = ['trial', 'starter', 'growth', 'scale'];
const INDUSTRIES = ['publishing', 'logistics', 'health care', 'retail', 'education', 'energy', 'software'];
const ROLES = ['owner', 'admin', 'member', 'advisor', 'billing contact'];
const CHANNELS = ['newsletter', 'webinar', 'partner', 'search', 'word of mouth'];

/** The bodies that are sent in turn, the same in every run. */
export function createBodies(size: BodySize): readonly UserBody[] {
  return Array.from({ length: COUNTS[size] }, (_, index) => {
    const body = size === 'small' ? toSmallBody(index) : toLargeBody(index);
    return index % CAMEL_EVERY === CAMEL_EVERY - 1
      ? { ...body, properties: toCamelCase(body.properties) }
      : body;
  });
}

function toSmallBody(index: number): UserBody {
  return {
    ...toPerson(index),
    properties: {
      ...toProfile(index),
      seats: (index % 48) + 1,
      monthly_revenue: 19.5 * ((index % 31) + 1),
      is_beta_tester: index % 3 === 0,
      last_invoice_at: toTime(index * 7),
      onboarding_step: `step ${index % 9} of 9`,
      referred_by: index % 4 === 0 ? null : pick(CHANNELS, index),
    },
    company: {
      identifier: `company-${index % 60}`,
      name: `${pick(LAST_NAMES, index + 3)} ${pick(INDUSTRIES, index)}`,
      properties: { industry: pick(INDUSTRIES, index), employees: 5 + (index % 400) },
    },
  };
}

/** A user with many features in use, a history of orders, and a seat in as many companies as fill the size. */
function toLargeBody(index: number): UserBody {
  const properties = {
    ...toProfile(index),
    ...Object.fromEntries(Array.from({ length: 120 }, (_, nth) => toFeature(index, nth))),
    recent_orders: Array.from({ length: 40 }, (_, nth) => toOrder(index, nth)),
  };
  const body = { ...toPerson(index), properties };
  const relationships: Readonly<Record<string, unknown>>[] = [];
  let bytes = JSON.stringify({ ...body, relationships }).length;
  while (bytes < LARGE_BYTES) {
    const relationship = toRelationship(index, relationships.length);
    relationships.push(relationship);
    bytes += JSON.stringify(relationship).length + 1;
  }
  return { ...body, relationships };
}

function toPerson(index: number): Pick<UserBody, 'identifier' | 'email' | 'signed_up_at'> {
  return {
    identifier: `user-${1000 + index}`,
    email: `person.${index}@example.com`,
    signed_up_at: toTime(index * 13),
  };
}

function toProfile(index: number): Readonly<Record<string, unknown>> {
  return {
    first_name: pick(FIRST_NAMES, index),
    last_name: pick(LAST_NAMES, index),
    plan: pick(PLANS, index),
  };
}

function toFeature(index: number, nth: number): readonly [string, unknown] {
  const seed = index * 31 + nth;
  switch (nth % 4) {
    case 0:
      return [`feature_${nth}_enabled`, seed % 2 === 0];
    case 1:
      return [`feature_${nth}_use_count`, seed % 977];
    case 2:
      return [`feature_${nth}_last_used_at`, toTime(seed)];
    default:
      return [
        `feature_${nth}_note`,
        `${pick(CHANNELS, seed)}, ${pick(PLANS, seed)} since ${2019 + (seed % 7)}`,
      ];
  }
}

function toOrder(index: number, nth: number): Readonly<Record<string, unknown>> {
  const seed = index * 17 + nth;
  return {
    order_number: `order-${100_000 + seed}`,
    placed_at: toTime(seed),
    total_amount: ((seed * 37) % 90_000) / 100,
    currency_code: seed % 3 === 0 ? 'USD' : 'EUR',
    shipping_address: { street: `${(seed % 200) + 1} Harbor Street`, city: 'Gothenburg', country: 'SE' },
    line_items: [
      { sku: `sku-${seed % 500}`, quantity: (seed % 5) + 1, unit_price: ((seed * 13) % 9000) / 100 },
    ],
  };
}

function toRelationship(index: number, nth: number): Readonly<Record<string, unknown>> {
  const seed = index * 7 + nth;
  return {
    company: {
      identifier: `company-${seed % 400}`,
      name: `${pick(LAST_NAMES, seed)} ${pick(INDUSTRIES, seed)}`,
      signed_up_at: toTime(seed),
      properties: {
        industry: pick(INDUSTRIES, seed),
        employee_count: 5 + (seed % 4000),
        annual_contract_value: 1200 * ((seed % 40) + 1),
        billing_plan: pick(PLANS, seed),
        is_active_customer: seed % 9 !== 0,
      },
    },
    properties: { role: pick(ROLES, seed), joined_at: toTime(seed * 3), invited_by: pick(FIRST_NAMES, seed) },
  };
}

function toCamelCase(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

/** Some minute of the years after 2024. */
function toTime(minutes: number): string {
  return new Date(Date.UTC(2024, 0, 1) + minutes * 797 * 60_000).toISOString().replace('.000', '');
}

function pick(words: readonly string[], index: number): string {
  return words[index % words.length] ?? '';
}
