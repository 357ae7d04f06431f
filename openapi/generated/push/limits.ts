// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

/** The limits of the Push API; bytes, requests and seconds. */
export const limits = {
  "requestBytes": 102400,
  "rate": {
    "requests": 1000,
    "windowSeconds": 60
  },
  "readCapBytes": 16777216,
  "nestingDepth": 100
} as const;

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
