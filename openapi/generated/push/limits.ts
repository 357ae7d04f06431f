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
