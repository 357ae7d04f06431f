// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

export type OperationId = 'pushUser' | 'deleteUser' | 'pushCompany' | 'deleteCompany' | 'pushRelationship' | 'deleteRelationship' | 'pushEvent' | 'pushMessage';

export type RefusalCode = 'bad_request' | 'unauthorized' | 'forbidden' | 'not_found' | 'request_timeout' | 'content_too_large' | 'unprocessable_content' | 'too_many_requests' | 'request_header_fields_too_large' | 'internal_server_error' | 'service_unavailable';

export type ObjectSchema = 'User' | 'UserAttributes' | 'UserRelationship' | 'UserReference' | 'UserDeletion' | 'UserMention' | 'UserIdentity' | 'NamesUser' | 'Company' | 'CompanyAttributes' | 'CompanyRelationship' | 'CompanyReference' | 'CompanyDeletion' | 'CompanyMention' | 'CompanyIdentity' | 'NamesCompany' | 'Relationship' | 'RelationshipDeletion' | 'Event' | 'Message' | 'MessageBody' | 'MessagePart' | 'Preference';

export type Evidence = 'documented' | 'client' | 'observed' | 'assumed';

/** One operation: its route, the schema of its body and the paths that older clients use for it. */
export type ContractOperation = {
  readonly method: string;
  readonly path: string;
  readonly legacyPaths: readonly string[];
  readonly schema: string;
  readonly feature: string;
  readonly evidence: Evidence;
};

/** One refusal: what its answer says; `{…}` in the text are filled in when it is rendered. */
export type ContractRefusal = {
  readonly status: number;
  readonly reason: string;
  readonly code: RefusalCode;
  readonly text: string;
  readonly evidence: Evidence;
};

export type Limits = {
  readonly requestBytes: number;
  readonly rate: { readonly requests: number; readonly windowSeconds: number };
  readonly readCapBytes: number;
  readonly nestingDepth: number;
};

export type Contract = {
  readonly host: string;
  readonly limits: Limits;
  readonly operations: Readonly<Record<OperationId, ContractOperation>>;
  readonly toleratedPathSuffixes: readonly string[];
  readonly refusedKeys: { readonly values: readonly string[]; readonly containing: readonly string[] };
  readonly jsonMediaTypes: readonly string[];
  readonly refusals: Readonly<Record<RefusalCode, ContractRefusal>>;
  readonly attributes: Readonly<Record<ObjectSchema, readonly string[]>>;
};

export const contract: Contract = {
  "host": "push.userlist.com",
  "limits": {
    "requestBytes": 102400,
    "rate": {
      "requests": 1000,
      "windowSeconds": 60
    },
    "readCapBytes": 16777216,
    "nestingDepth": 100
  },
  "operations": {
    "pushUser": {
      "method": "POST",
      "path": "/users",
      "legacyPaths": [],
      "schema": "User",
      "feature": "users",
      "evidence": "documented"
    },
    "deleteUser": {
      "method": "DELETE",
      "path": "/users",
      "legacyPaths": [
        "/users/{identifier}"
      ],
      "schema": "UserDeletion",
      "feature": "users",
      "evidence": "documented"
    },
    "pushCompany": {
      "method": "POST",
      "path": "/companies",
      "legacyPaths": [],
      "schema": "Company",
      "feature": "companies",
      "evidence": "documented"
    },
    "deleteCompany": {
      "method": "DELETE",
      "path": "/companies",
      "legacyPaths": [
        "/companies/{identifier}"
      ],
      "schema": "CompanyDeletion",
      "feature": "companies",
      "evidence": "documented"
    },
    "pushRelationship": {
      "method": "POST",
      "path": "/relationships",
      "legacyPaths": [],
      "schema": "Relationship",
      "feature": "relationships",
      "evidence": "documented"
    },
    "deleteRelationship": {
      "method": "DELETE",
      "path": "/relationships",
      "legacyPaths": [
        "/relationships/{user}/{company}"
      ],
      "schema": "RelationshipDeletion",
      "feature": "relationships",
      "evidence": "documented"
    },
    "pushEvent": {
      "method": "POST",
      "path": "/events",
      "legacyPaths": [],
      "schema": "Event",
      "feature": "events",
      "evidence": "documented"
    },
    "pushMessage": {
      "method": "POST",
      "path": "/messages",
      "legacyPaths": [],
      "schema": "Message",
      "feature": "messages",
      "evidence": "documented"
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
  "refusals": {
    "bad_request": {
      "status": 400,
      "reason": "Bad Request",
      "code": "bad_request",
      "text": "The request body could not be parsed as JSON.",
      "evidence": "assumed"
    },
    "unauthorized": {
      "status": 401,
      "reason": "Unauthorized",
      "code": "unauthorized",
      "text": "Invalid Push key or authorization scheme.",
      "evidence": "assumed"
    },
    "forbidden": {
      "status": 403,
      "reason": "Forbidden",
      "code": "forbidden",
      "text": "This feature is not included in your plan.",
      "evidence": "assumed"
    },
    "not_found": {
      "status": 404,
      "reason": "Not Found",
      "code": "not_found",
      "text": "The requested resource could not be found on the server.",
      "evidence": "observed"
    },
    "request_timeout": {
      "status": 408,
      "reason": "Request Timeout",
      "code": "request_timeout",
      "text": "The request took too long to arrive.",
      "evidence": "assumed"
    },
    "content_too_large": {
      "status": 413,
      "reason": "Content Too Large",
      "code": "content_too_large",
      "text": "Payload is too large. Request was {size}, but the limit is {limit}.",
      "evidence": "documented"
    },
    "unprocessable_content": {
      "status": 422,
      "reason": "Unprocessable Entity",
      "code": "unprocessable_content",
      "text": "User must exist",
      "evidence": "documented"
    },
    "too_many_requests": {
      "status": 429,
      "reason": "Too Many Requests",
      "code": "too_many_requests",
      "text": "Rate limit of {limit} requests per {window} seconds exceeded. Please try again in {retry_after} seconds.",
      "evidence": "documented"
    },
    "request_header_fields_too_large": {
      "status": 431,
      "reason": "Request Header Fields Too Large",
      "code": "request_header_fields_too_large",
      "text": "The request headers are too large.",
      "evidence": "assumed"
    },
    "internal_server_error": {
      "status": 500,
      "reason": "Internal Server Error",
      "code": "internal_server_error",
      "text": "Something went wrong on the server.",
      "evidence": "assumed"
    },
    "service_unavailable": {
      "status": 503,
      "reason": "Service Unavailable",
      "code": "service_unavailable",
      "text": "The service is temporarily unavailable.",
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
  }
};
