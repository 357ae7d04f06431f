// Generated from push-api.yaml and incoming-api.yaml by `npm run generate`. Change those files, not this one.

export type PushOperationId = 'pushUser' | 'deleteUser' | 'pushCompany' | 'deleteCompany' | 'pushRelationship' | 'deleteRelationship' | 'pushEvent' | 'pushMessage';

export type OperationId = 'pushUser' | 'deleteUser' | 'pushCompany' | 'deleteCompany' | 'pushRelationship' | 'deleteRelationship' | 'pushEvent' | 'pushMessage' | 'pushRudderstackEvent' | 'pushSegmentEvent' | 'pushPosthogUser' | 'pushPosthogCompany' | 'pushPosthogEvent';

export type HostName = 'push' | 'incoming';

/** A way to present a key. */
export type KeyScheme = 'Push' | 'Basic';

export type MessageDialect = 'rudderstack' | 'segment';

export type RefusalCode = 'bad_request' | 'unauthorized' | 'forbidden' | 'not_found' | 'request_timeout' | 'content_too_large' | 'unprocessable_content' | 'too_many_requests' | 'request_header_fields_too_large' | 'internal_server_error' | 'service_unavailable';

export type ObjectSchema = 'User' | 'UserAttributes' | 'UserRelationship' | 'UserReference' | 'UserDeletion' | 'UserMention' | 'UserIdentity' | 'NamesUser' | 'Company' | 'CompanyAttributes' | 'CompanyRelationship' | 'CompanyReference' | 'CompanyDeletion' | 'CompanyMention' | 'CompanyIdentity' | 'NamesCompany' | 'Relationship' | 'RelationshipDeletion' | 'Event' | 'Message' | 'NamesInAccount' | 'MessageBody' | 'MessagePart' | 'Preference';

export type DiagnosticCode = 'body-ignored' | 'missing-content-type' | 'key-collision' | 'unnormalizable-key' | 'unknown-attribute' | 'unreadable-timestamp' | 'shared-email' | 'email-as-identifier' | 'foreign-back-reference' | 'contradicting-spelling' | 'empty-message' | 'renamed-key' | 'bytes-used' | 'legacy-route' | 'delete-ignored-attributes' | 'email-only-user' | 'email-only-attribute' | 'number-precision' | 'unparsed-timestamp-property' | 'misplaced-integrations' | 'misplaced-context' | 'anonymous-ignored';

export type RateHeader = 'limit' | 'remaining' | 'reset' | 'retryAfter';

export type Bound = 'accounts' | 'activity' | 'activityMebibytes' | 'faults' | 'settingsMebibytes' | 'journalExchanges' | 'journalMebibytes' | 'diagnostics' | 'nearlyFullPercent' | 'tinyRequests' | 'tinyWindowSeconds';

export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';

/** Where an operation is found: on which host, under which path, and the paths that older clients use for it. */
type ContractRoute = {
  readonly host: HostName;
  readonly method: string;
  readonly path: string;
  readonly legacyPaths: readonly string[];
  /** How its callers may present their key. */
  readonly schemes: readonly KeyScheme[];
  readonly evidence: Evidence;
};

/** An operation that takes payloads of the Push API: the schema of its body, and the operation whose payloads they are. */
export type PayloadOperation = ContractRoute & {
  readonly takes: 'payload';
  readonly schema: string;
  readonly feature: string;
  readonly like: PushOperationId;
};

/** An operation that takes messages, each of which becomes a payload of one operation or another. */
export type MessageOperation = ContractRoute & {
  readonly takes: 'message';
  readonly dialect: MessageDialect;
};

export type ContractOperation = PayloadOperation | MessageOperation;

/** One refusal: what its answer says; `{…}` in the text are filled in when it is rendered. */
export type ContractRefusal = {
  readonly status: number;
  readonly reason: string;
  readonly code: RefusalCode;
  readonly text: string;
  /** The text as it may be, with everything filled in. */
  readonly example: string;
  readonly mediaType: string;
  readonly evidence: Evidence;
};

/** One diagnostic; the evidence is for what the real service does with such a request. */
export type ContractDiagnostic = {
  readonly level: 'warning' | 'info';
  readonly evidence: Evidence;
  /** One sentence. */
  readonly meaning: string;
};

/** What an ending of a key asks for, in the words of the desk's faults. */
export type MagicEnding = {
  readonly from?: number;
  readonly every?: number;
  readonly effect: {
    readonly status?: number;
    readonly delay_ms?: number;
    readonly hang_up?: 'before' | 'after';
  };
};

export type Limits = {
  readonly requestBytes: number;
  readonly rate: { readonly requests: number; readonly windowSeconds: number };
  readonly readCapBytes: number;
  readonly nestingDepth: number;
};

export type Contract = {
  readonly limits: Limits;
  /** Names of hosts; one that is neither has the operations of both. */
  readonly hosts: Readonly<Record<HostName, string>>;
  readonly operations: Readonly<
    Record<PushOperationId, PayloadOperation> & Record<OperationId, ContractOperation>
  >;
  readonly toleratedPathSuffixes: readonly string[];
  readonly refusedKeys: { readonly values: readonly string[]; readonly containing: readonly string[] };
  readonly jsonMediaTypes: readonly string[];
  readonly accepted: { readonly status: number; readonly reason: string };
  /** Names of headers. */
  readonly rateHeaders: Readonly<Record<RateHeader, string>>;
  readonly refusals: Readonly<Record<RefusalCode, ContractRefusal>>;
  readonly attributes: Readonly<Record<ObjectSchema, readonly string[]>>;
  /** The schema of what stands under an attribute, by itself or in a list; only where that is an object with attributes. */
  readonly inside: Readonly<Record<string, Readonly<Record<string, ObjectSchema>>>>;
  /** Attributes of a message that mean nothing on another channel. */
  readonly emailOnly: readonly string[];
  readonly magicKeys: { readonly separator: string; readonly endings: Readonly<Record<string, MagicEnding>> };
  /** What a plan can leave out, which attributes need it wherever they stand, and which are short for relationships. */
  readonly features: {
    readonly values: readonly string[];
    readonly embedded: Readonly<Record<string, string>>;
    readonly short: readonly string[];
  };
  /** Names of the lists that an account can have. */
  readonly lists: readonly string[];
  /** Reason phrases of statuses that no operation describes. */
  readonly otherStatuses: Readonly<Record<string, string>>;
  readonly diagnostics: Readonly<Record<DiagnosticCode, ContractDiagnostic>>;
  /** How much the stand-in keeps and notes. */
  readonly bounds: Readonly<Record<Bound, number>>;
};

export const contract: Contract = {
  "limits": {
    "requestBytes": 102400,
    "rate": {
      "requests": 1000,
      "windowSeconds": 60
    },
    "readCapBytes": 16777216,
    "nestingDepth": 100
  },
  "hosts": {
    "push": "push.userlist.com",
    "incoming": "incoming.userlist.com"
  },
  "operations": {
    "pushUser": {
      "host": "push",
      "method": "POST",
      "path": "/users",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "User",
      "feature": "users",
      "like": "pushUser"
    },
    "deleteUser": {
      "host": "push",
      "method": "DELETE",
      "path": "/users",
      "legacyPaths": [
        "/users/{identifier}"
      ],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "UserDeletion",
      "feature": "users",
      "like": "deleteUser"
    },
    "pushCompany": {
      "host": "push",
      "method": "POST",
      "path": "/companies",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "Company",
      "feature": "companies",
      "like": "pushCompany"
    },
    "deleteCompany": {
      "host": "push",
      "method": "DELETE",
      "path": "/companies",
      "legacyPaths": [
        "/companies/{identifier}"
      ],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "CompanyDeletion",
      "feature": "companies",
      "like": "deleteCompany"
    },
    "pushRelationship": {
      "host": "push",
      "method": "POST",
      "path": "/relationships",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "Relationship",
      "feature": "relationships",
      "like": "pushRelationship"
    },
    "deleteRelationship": {
      "host": "push",
      "method": "DELETE",
      "path": "/relationships",
      "legacyPaths": [
        "/relationships/{user}/{company}"
      ],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "RelationshipDeletion",
      "feature": "relationships",
      "like": "deleteRelationship"
    },
    "pushEvent": {
      "host": "push",
      "method": "POST",
      "path": "/events",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "Event",
      "feature": "events",
      "like": "pushEvent"
    },
    "pushMessage": {
      "host": "push",
      "method": "POST",
      "path": "/messages",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "documented",
      "takes": "payload",
      "schema": "Message",
      "feature": "messages",
      "like": "pushMessage"
    },
    "pushRudderstackEvent": {
      "host": "incoming",
      "method": "POST",
      "path": "/rudderstack/events",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "observed",
      "takes": "message",
      "dialect": "rudderstack"
    },
    "pushSegmentEvent": {
      "host": "incoming",
      "method": "POST",
      "path": "/segment/events",
      "legacyPaths": [],
      "schemes": [
        "Push",
        "Basic"
      ],
      "evidence": "assumed",
      "takes": "message",
      "dialect": "segment"
    },
    "pushPosthogUser": {
      "host": "incoming",
      "method": "POST",
      "path": "/posthog/users",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "observed",
      "takes": "payload",
      "schema": "User",
      "feature": "users",
      "like": "pushUser"
    },
    "pushPosthogCompany": {
      "host": "incoming",
      "method": "POST",
      "path": "/posthog/companies",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "observed",
      "takes": "payload",
      "schema": "Company",
      "feature": "companies",
      "like": "pushCompany"
    },
    "pushPosthogEvent": {
      "host": "incoming",
      "method": "POST",
      "path": "/posthog/events",
      "legacyPaths": [],
      "schemes": [
        "Push"
      ],
      "evidence": "observed",
      "takes": "payload",
      "schema": "Event",
      "feature": "events",
      "like": "pushEvent"
    }
  },
  "toleratedPathSuffixes": [
    "/",
    ".json"
  ],
  "refusedKeys": {
    "values": [
      "undefined",
      "null",
      "None",
      "nil",
      "NaN",
      "[object Object]",
      "your-push-key-here"
    ],
    "containing": [
      "${",
      "{{"
    ]
  },
  "jsonMediaTypes": [
    "application/json",
    "text/x-json"
  ],
  "accepted": {
    "status": 202,
    "reason": "Accepted"
  },
  "rateHeaders": {
    "limit": "X-RateLimit-Limit",
    "remaining": "X-RateLimit-Remaining",
    "reset": "X-RateLimit-Reset",
    "retryAfter": "Retry-After"
  },
  "refusals": {
    "bad_request": {
      "status": 400,
      "reason": "Bad Request",
      "code": "bad_request",
      "text": "The request body could not be parsed as JSON.",
      "example": "The request body could not be parsed as JSON.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "unauthorized": {
      "status": 401,
      "reason": "Unauthorized",
      "code": "unauthorized",
      "text": "Invalid Push key or authorization scheme.",
      "example": "Invalid Push key or authorization scheme.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "forbidden": {
      "status": 403,
      "reason": "Forbidden",
      "code": "forbidden",
      "text": "This feature is not included in your plan.",
      "example": "This feature is not included in your plan.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "not_found": {
      "status": 404,
      "reason": "Not Found",
      "code": "not_found",
      "text": "The requested resource could not be found on the server.",
      "example": "The requested resource could not be found on the server.",
      "mediaType": "application/json",
      "evidence": "observed"
    },
    "request_timeout": {
      "status": 408,
      "reason": "Request Timeout",
      "code": "request_timeout",
      "text": "The request took too long to arrive.",
      "example": "The request took too long to arrive.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "content_too_large": {
      "status": 413,
      "reason": "Content Too Large",
      "code": "content_too_large",
      "text": "Payload is too large. Request was {size}, but the limit is {limit}.",
      "example": "Payload is too large. Request was 1 MB, but the limit is 100 KB.",
      "mediaType": "application/json",
      "evidence": "documented"
    },
    "unprocessable_content": {
      "status": 422,
      "reason": "Unprocessable Entity",
      "code": "unprocessable_content",
      "text": "User must exist",
      "example": "User must exist",
      "mediaType": "application/json",
      "evidence": "documented"
    },
    "too_many_requests": {
      "status": 429,
      "reason": "Too Many Requests",
      "code": "too_many_requests",
      "text": "Rate limit of {limit} requests per {window} seconds exceeded. Please try again in {retry_after} seconds.",
      "example": "Rate limit of 1000 requests per 60 seconds exceeded. Please try again in 59 seconds.",
      "mediaType": "application/json",
      "evidence": "documented"
    },
    "request_header_fields_too_large": {
      "status": 431,
      "reason": "Request Header Fields Too Large",
      "code": "request_header_fields_too_large",
      "text": "The request headers are too large.",
      "example": "The request headers are too large.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "internal_server_error": {
      "status": 500,
      "reason": "Internal Server Error",
      "code": "internal_server_error",
      "text": "Something went wrong on the server.",
      "example": "Something went wrong on the server.",
      "mediaType": "application/json",
      "evidence": "assumed"
    },
    "service_unavailable": {
      "status": 503,
      "reason": "Service Unavailable",
      "code": "service_unavailable",
      "text": "The service is temporarily unavailable.",
      "example": "The service is temporarily unavailable.",
      "mediaType": "application/json",
      "evidence": "assumed"
    }
  },
  "attributes": {
    "User": [
      "identifier",
      "email",
      "identifiers",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "company",
      "companies",
      "preferences"
    ],
    "UserAttributes": [
      "identifier",
      "email",
      "identifiers",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "company",
      "companies",
      "preferences"
    ],
    "UserRelationship": [
      "company",
      "user",
      "properties"
    ],
    "UserReference": [
      "identifier",
      "email",
      "identifiers",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "company",
      "companies",
      "preferences"
    ],
    "UserDeletion": [
      "identifier",
      "email",
      "identifiers"
    ],
    "UserMention": [
      "identifier",
      "email",
      "identifiers"
    ],
    "UserIdentity": [
      "identifier",
      "email",
      "identifiers"
    ],
    "NamesUser": [
      "identifier",
      "email",
      "identifiers"
    ],
    "Company": [
      "identifier",
      "identifiers",
      "name",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "user",
      "users"
    ],
    "CompanyAttributes": [
      "identifier",
      "identifiers",
      "name",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "user",
      "users"
    ],
    "CompanyRelationship": [
      "user",
      "company",
      "properties"
    ],
    "CompanyReference": [
      "identifier",
      "identifiers",
      "name",
      "signed_up_at",
      "last_seen_at",
      "properties",
      "relationships",
      "user",
      "users"
    ],
    "CompanyDeletion": [
      "identifier",
      "identifiers"
    ],
    "CompanyMention": [
      "identifier",
      "identifiers"
    ],
    "CompanyIdentity": [
      "identifier",
      "identifiers"
    ],
    "NamesCompany": [
      "identifier",
      "identifiers"
    ],
    "Relationship": [
      "user",
      "company",
      "properties"
    ],
    "RelationshipDeletion": [
      "user",
      "company"
    ],
    "Event": [
      "user",
      "company",
      "name",
      "occurred_at",
      "occured_at",
      "properties"
    ],
    "Message": [
      "user",
      "company",
      "template",
      "properties",
      "channel",
      "to",
      "from",
      "reply_to",
      "subject",
      "preheader",
      "body",
      "sender",
      "theme",
      "topic"
    ],
    "NamesInAccount": [
      "template",
      "sender",
      "theme",
      "topic"
    ],
    "MessageBody": [
      "type",
      "content"
    ],
    "MessagePart": [
      "type",
      "content"
    ],
    "Preference": [
      "topic",
      "subscribed"
    ]
  },
  "inside": {
    "User": {
      "relationships": "UserRelationship",
      "company": "CompanyReference",
      "companies": "CompanyReference",
      "preferences": "Preference"
    },
    "UserAttributes": {
      "relationships": "UserRelationship",
      "company": "CompanyReference",
      "companies": "CompanyReference",
      "preferences": "Preference"
    },
    "UserRelationship": {
      "company": "CompanyReference",
      "user": "UserReference"
    },
    "UserReference": {
      "relationships": "UserRelationship",
      "company": "CompanyReference",
      "companies": "CompanyReference",
      "preferences": "Preference"
    },
    "Company": {
      "relationships": "CompanyRelationship",
      "user": "UserReference",
      "users": "UserReference"
    },
    "CompanyAttributes": {
      "relationships": "CompanyRelationship",
      "user": "UserReference",
      "users": "UserReference"
    },
    "CompanyRelationship": {
      "user": "UserReference",
      "company": "CompanyReference"
    },
    "CompanyReference": {
      "relationships": "CompanyRelationship",
      "user": "UserReference",
      "users": "UserReference"
    },
    "Relationship": {
      "user": "UserReference",
      "company": "CompanyReference"
    },
    "RelationshipDeletion": {
      "user": "UserMention",
      "company": "CompanyMention"
    },
    "Event": {
      "user": "UserReference",
      "company": "CompanyReference"
    },
    "Message": {
      "user": "UserReference",
      "company": "CompanyReference",
      "body": "MessageBody"
    },
    "MessageBody": {
      "content": "MessagePart"
    }
  },
  "emailOnly": [
    "from",
    "reply_to",
    "preheader"
  ],
  "magicKeys": {
    "separator": "+",
    "endings": {
      "401": {
        "effect": {
          "status": 401
        }
      },
      "403": {
        "effect": {
          "status": 403
        }
      },
      "413": {
        "effect": {
          "status": 413
        }
      },
      "422": {
        "effect": {
          "status": 422
        }
      },
      "429": {
        "effect": {
          "status": 429
        }
      },
      "500": {
        "effect": {
          "status": 500
        }
      },
      "503": {
        "effect": {
          "status": 503
        }
      },
      "slow": {
        "effect": {
          "delay_ms": 2000
        }
      },
      "hangup": {
        "effect": {
          "hang_up": "before"
        }
      },
      "flaky": {
        "from": 2,
        "every": 2,
        "effect": {
          "status": 503
        }
      }
    }
  },
  "features": {
    "values": [
      "messages",
      "companies",
      "relationships",
      "events"
    ],
    "embedded": {
      "company": "companies",
      "companies": "companies",
      "relationships": "relationships"
    },
    "short": [
      "company",
      "companies",
      "user",
      "users"
    ]
  },
  "lists": [
    "topics",
    "senders",
    "themes",
    "templates"
  ],
  "otherStatuses": {
    "200": "OK",
    "201": "Created",
    "204": "No Content",
    "301": "Moved Permanently",
    "302": "Found",
    "303": "See Other",
    "304": "Not Modified",
    "307": "Temporary Redirect",
    "308": "Permanent Redirect",
    "402": "Payment Required",
    "405": "Method Not Allowed",
    "406": "Not Acceptable",
    "407": "Proxy Authentication Required",
    "409": "Conflict",
    "410": "Gone",
    "411": "Length Required",
    "412": "Precondition Failed",
    "414": "URI Too Long",
    "415": "Unsupported Media Type",
    "417": "Expectation Failed",
    "418": "I'm a teapot",
    "421": "Misdirected Request",
    "423": "Locked",
    "424": "Failed Dependency",
    "425": "Too Early",
    "426": "Upgrade Required",
    "428": "Precondition Required",
    "451": "Unavailable For Legal Reasons",
    "501": "Not Implemented",
    "502": "Bad Gateway",
    "504": "Gateway Timeout",
    "505": "HTTP Version Not Supported",
    "507": "Insufficient Storage",
    "508": "Loop Detected",
    "511": "Network Authentication Required"
  },
  "diagnostics": {
    "body-ignored": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "The Content-Type is not JSON, so the body was read as an empty payload."
    },
    "missing-content-type": {
      "level": "warning",
      "evidence": "documented",
      "meaning": "There was no Content-Type, and the body was read as JSON."
    },
    "key-collision": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "Two keys became the same in snake_case, and the later won."
    },
    "unnormalizable-key": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "Snake_case would leave nothing of a key or event name, so it stayed as it was sent."
    },
    "unknown-attribute": {
      "level": "warning",
      "evidence": "client",
      "meaning": "An attribute is none that the record has, and was ignored."
    },
    "unreadable-timestamp": {
      "level": "warning",
      "evidence": "client",
      "meaning": "A timestamp could not be read and counted as not sent."
    },
    "shared-email": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "Two users have the same email since."
    },
    "email-as-identifier": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "A reference looks like an email and was taken as an identifier."
    },
    "foreign-back-reference": {
      "level": "warning",
      "evidence": "client",
      "meaning": "A nested relationship named somebody else than its parent, which was passed over."
    },
    "contradicting-spelling": {
      "level": "warning",
      "evidence": "client",
      "meaning": "An event had another `occured_at` than `occurred_at`, and the right spelling won."
    },
    "empty-message": {
      "level": "warning",
      "evidence": "client",
      "meaning": "A message had no content and would arrive empty."
    },
    "renamed-key": {
      "level": "info",
      "evidence": "documented",
      "meaning": "A key or event name is kept under another name than it was sent with."
    },
    "bytes-used": {
      "level": "info",
      "evidence": "documented",
      "meaning": "The body was close to the size limit."
    },
    "legacy-route": {
      "level": "info",
      "evidence": "client",
      "meaning": "Identifiers stood in the path, as older clients send them."
    },
    "delete-ignored-attributes": {
      "level": "info",
      "evidence": "client",
      "meaning": "A deletion had attributes that identify nobody, and they were not looked at."
    },
    "email-only-user": {
      "level": "info",
      "evidence": "documented",
      "meaning": "A user was sent without an identifier and is known by email alone."
    },
    "email-only-attribute": {
      "level": "info",
      "evidence": "documented",
      "meaning": "A message on the web channel had an attribute for email, which was ignored."
    },
    "number-precision": {
      "level": "info",
      "evidence": "assumed",
      "meaning": "A number among the properties has more digits than JavaScript keeps."
    },
    "unparsed-timestamp-property": {
      "level": "info",
      "evidence": "documented",
      "meaning": "A text among the properties looks like a time and is kept as text."
    },
    "misplaced-integrations": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "The `integrations` of a group stood among its traits instead of beside them."
    },
    "misplaced-context": {
      "level": "warning",
      "evidence": "assumed",
      "meaning": "The `context` of a track with its `groupId` stood among its properties instead of beside them."
    },
    "anonymous-ignored": {
      "level": "warning",
      "evidence": "documented",
      "meaning": "A message named no user by `userId`, so it was accepted and nothing was stored."
    }
  },
  "bounds": {
    "accounts": 10000,
    "activity": 10000,
    "activityMebibytes": 64,
    "faults": 10000,
    "settingsMebibytes": 16,
    "journalExchanges": 10000,
    "journalMebibytes": 64,
    "diagnostics": 100,
    "nearlyFullPercent": 90,
    "tinyRequests": 5,
    "tinyWindowSeconds": 2
  }
};
