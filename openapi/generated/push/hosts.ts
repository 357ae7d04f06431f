// Generated from push-api.yaml and incoming-api.yaml by `npm run generate`. Change those files, not this one.

/** Where Userlist listens: for what is pushed, and for what others hand on. */
export const hosts = {
  "push": "push.userlist.com",
  "incoming": "incoming.userlist.com"
} as const;
