type Fields = Record<string, unknown>;

/** What an application hands to its SDK: the arguments of one call, and the traits the SDK remembers of the user. */
export type Call = {
  readonly type: 'identify' | 'group' | 'track' | 'page';
  readonly userId: string;
  readonly groupId?: string | number;
  readonly event?: string;
  readonly name?: string;
  readonly traits?: Fields;
  readonly properties?: Fields;
  readonly userTraits?: Fields;
  readonly options?: { readonly context?: Fields; readonly integrations?: Fields };
};

const moment = '2026-01-12T09:30:00.000Z';
const uuid = '6f1c2a34-58b7-4f0d-9a3e-0c5d7e8f9a01';
const anonymousId = 'fccf576d-e273-4180-b531-254464af65fe';
const page = {
  path: '/projects',
  referrer: '',
  search: '',
  title: 'Projects',
  url: 'https://app.example.com/projects',
};

function pick(call: Call, ...keys: readonly (keyof Call)[]): Fields {
  return Object.fromEntries(keys.flatMap((key) => (call[key] === undefined ? [] : [[key, call[key]]])));
}

/** The RudderStack browser SDK 3.34.1: identify traits only in `context.traits`, user traits in every context. */
function fromRudderWeb(call: Call): Fields {
  const isIdentify = call.type === 'identify';
  return {
    ...pick(call, 'properties', 'event', 'userId', 'groupId'),
    anonymousId,
    channel: 'web',
    context: {
      traits: (isIdentify ? call.traits : call.userTraits) ?? {},
      sessionId: 1768210200000,
      app: { name: 'RudderLabs JavaScript SDK', namespace: 'com.rudderlabs.javascript', version: '3.34.1' },
      library: { name: 'RudderLabs JavaScript SDK', version: '3.34.1' },
      userAgent: 'Mozilla/5.0',
      locale: 'en-US',
      page,
      ...call.options?.context,
    },
    originalTimestamp: moment,
    integrations: call.options?.integrations ?? { All: true },
    messageId: uuid,
    type: call.type,
    ...(isIdentify ? {} : pick(call, 'traits')),
    sentAt: '2026-01-12T09:30:01.000Z',
  };
}

/** The RudderStack Node SDK 3.0.13: identify traits in both places, no `integrations` unless given. */
function fromRudderNode(call: Call): Fields {
  return {
    ...pick(call, 'userId', 'groupId', 'event', 'name', 'properties', 'traits'),
    ...(call.options?.integrations && { integrations: call.options.integrations }),
    context: {
      ...(call.type === 'identify' && { traits: call.traits }),
      library: { name: 'analytics-node', version: '3.0.13' },
      ...call.options?.context,
    },
    type: call.type,
    channel: 'server',
    _metadata: { nodeVersion: '20.20.2' },
    originalTimestamp: moment,
    messageId: uuid,
    sentAt: '2026-01-12T09:30:01.000Z',
  };
}

/** The Segment browser SDK 1.84.3. */
function fromSegmentWeb(call: Call): Fields {
  return {
    timestamp: moment,
    integrations: call.options?.integrations ?? { 'Segment.io': true },
    ...pick(call, 'event', 'type', 'properties', 'traits', 'groupId'),
    ...(call.type === 'track' && { properties: call.properties ?? {} }),
    context: {
      ...call.options?.context,
      page,
      userAgent: 'Mozilla/5.0',
      locale: 'en-US',
      library: { name: 'analytics.js', version: 'npm:next-1.84.3' },
      timezone: 'UTC',
    },
    messageId: `ajs-next-1768210200000-${uuid}`,
    ...pick(call, 'userId'),
    anonymousId,
    writeKey: 'write-key',
    sentAt: '2026-01-12T09:30:01.000Z',
    _metadata: { bundled: ['Segment.io'], unbundled: [], bundledIds: [] },
  };
}

/** The Segment Node SDK 3.1.0: `properties: {}` where a track has none. */
function fromSegmentNode(call: Call): Fields {
  return {
    timestamp: moment,
    integrations: call.options?.integrations ?? {},
    ...pick(call, 'event', 'type', 'name', 'properties', 'traits', 'groupId'),
    ...(call.type === 'track' && { properties: call.properties ?? {} }),
    context: { ...call.options?.context, library: { name: '@segment/analytics-node', version: '3.1.0' } },
    ...pick(call, 'userId'),
    messageId: `node-next-1768210200000-${uuid}`,
    _metadata: { nodeVersion: 'v20.20.2', jsRuntime: 'node' },
  };
}

/** The messages the four SDKs make of a call, seen by running them. [observed] */
export const sdks = {
  'rudder-web': { dialect: 'rudderstack', toMessage: fromRudderWeb },
  'rudder-node': { dialect: 'rudderstack', toMessage: fromRudderNode },
  'segment-web': { dialect: 'segment', toMessage: fromSegmentWeb },
  'segment-node': { dialect: 'segment', toMessage: fromSegmentNode },
} as const;
