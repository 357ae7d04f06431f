// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

/** The largest body of a request, in bytes. */
export const requestBytes = 102400 as const;

/** How many requests an account may make in one window. */
export const rate = {
  "requests": 1000,
  "windowSeconds": 60
} as const;

/** How much of a body is read at most, in bytes. */
export const readCapBytes = 16777216 as const;

/** How deep JSON may be nested, the body itself counting as one. */
export const nestingDepth = 100 as const;

/** Where the real service answers. */
export const serverUrl = "https://push.userlist.com" as const;

/** The status of every accepted request. */
export const acceptedStatus = 202 as const;

/** The headers that tell where an account stands in its window. */
export const rateHeaders = {
  "limit": "X-RateLimit-Limit",
  "remaining": "X-RateLimit-Remaining",
  "reset": "X-RateLimit-Reset",
  "retryAfter": "Retry-After"
} as const;
