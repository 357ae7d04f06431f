// Generated from control-api.yaml by `npm run generate`. Change that file, not this one.

export type DeskOperationId = 'getIndex' | 'getHealth' | 'listAccounts' | 'getAccount' | 'removeAccount' | 'getSettings' | 'putSettings' | 'listUsers' | 'listCompanies' | 'listRelationships' | 'listEvents' | 'listMessages' | 'listExchanges' | 'waitForExchanges' | 'waitForMatches' | 'countExchanges' | 'streamExchanges' | 'getExchange' | 'listFaults' | 'armFault' | 'clearFaults' | 'getClock' | 'steerClock' | 'getConduct' | 'exportJournal' | 'getMetrics' | 'reset';

/** The query parameters of each operation once they are read; those with a default are always there. */
export type DeskQueries = {
  readonly getIndex: Record<string, never>;
  readonly getHealth: Record<string, never>;
  readonly listAccounts: { readonly limit: number; readonly after?: string };
  readonly getAccount: Record<string, never>;
  readonly removeAccount: Record<string, never>;
  readonly getSettings: Record<string, never>;
  readonly putSettings: Record<string, never>;
  readonly listUsers: { readonly identifier?: string; readonly email?: string; readonly name?: string; readonly limit: number; readonly after?: string };
  readonly listCompanies: { readonly identifier?: string; readonly email?: string; readonly name?: string; readonly limit: number; readonly after?: string };
  readonly listRelationships: { readonly identifier?: string; readonly email?: string; readonly name?: string; readonly limit: number; readonly after?: string };
  readonly listEvents: { readonly identifier?: string; readonly email?: string; readonly name?: string; readonly limit: number; readonly after?: string };
  readonly listMessages: { readonly identifier?: string; readonly email?: string; readonly name?: string; readonly limit: number; readonly after?: string };
  readonly listExchanges: { readonly account?: string; readonly operation?: string; readonly status?: number; readonly since?: string; readonly diagnostic?: string; readonly limit: number; readonly after?: string };
  readonly waitForExchanges: { readonly account?: string; readonly operation?: string; readonly status?: number; readonly since?: string; readonly diagnostic?: string; readonly count: number; readonly timeout_ms: number };
  readonly waitForMatches: Record<string, never>;
  readonly countExchanges: Record<string, never>;
  readonly streamExchanges: { readonly account?: string; readonly operation?: string; readonly status?: number; readonly since?: string; readonly diagnostic?: string };
  readonly getExchange: Record<string, never>;
  readonly listFaults: { readonly account?: string };
  readonly armFault: Record<string, never>;
  readonly clearFaults: { readonly name?: string; readonly account?: string };
  readonly getClock: { readonly account?: string };
  readonly steerClock: Record<string, never>;
  readonly getConduct: Record<string, never>;
  readonly exportJournal: { readonly format: string; readonly account?: string; readonly operation?: string; readonly status?: number; readonly since?: string; readonly diagnostic?: string };
  readonly getMetrics: Record<string, never>;
  readonly reset: Record<string, never>;
};

/** The parameters in the path of each operation. */
export type DeskParams = {
  readonly getIndex: Record<string, never>;
  readonly getHealth: Record<string, never>;
  readonly listAccounts: Record<string, never>;
  readonly getAccount: { readonly account: string };
  readonly removeAccount: { readonly account: string };
  readonly getSettings: { readonly account: string };
  readonly putSettings: { readonly account: string };
  readonly listUsers: { readonly account: string };
  readonly listCompanies: { readonly account: string };
  readonly listRelationships: { readonly account: string };
  readonly listEvents: { readonly account: string };
  readonly listMessages: { readonly account: string };
  readonly listExchanges: Record<string, never>;
  readonly waitForExchanges: Record<string, never>;
  readonly waitForMatches: Record<string, never>;
  readonly countExchanges: Record<string, never>;
  readonly streamExchanges: Record<string, never>;
  readonly getExchange: { readonly id: string };
  readonly listFaults: Record<string, never>;
  readonly armFault: Record<string, never>;
  readonly clearFaults: Record<string, never>;
  readonly getClock: Record<string, never>;
  readonly steerClock: Record<string, never>;
  readonly getConduct: { readonly account: string };
  readonly exportJournal: Record<string, never>;
  readonly getMetrics: Record<string, never>;
  readonly reset: Record<string, never>;
};

/** What a query parameter or an attribute of a body may be. */
export type Shape = {
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly (string | null)[];
  readonly default?: string | number;
  readonly items?: Shape;
};

export type DeskRoute = {
  readonly id: DeskOperationId;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, Shape>>;
  /** The name of its schema, and its attributes; null when the operation takes no body. */
  readonly body: { readonly schema: string; readonly attributes: Readonly<Record<string, Shape>> } | null;
};

export const deskRoutes: readonly DeskRoute[] = [
  {
    "id": "getIndex",
    "method": "GET",
    "path": "/_control",
    "query": {},
    "body": null
  },
  {
    "id": "getHealth",
    "method": "GET",
    "path": "/_control/health",
    "query": {},
    "body": null
  },
  {
    "id": "listAccounts",
    "method": "GET",
    "path": "/_control/accounts",
    "query": {
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "getAccount",
    "method": "GET",
    "path": "/_control/accounts/{account}",
    "query": {},
    "body": null
  },
  {
    "id": "removeAccount",
    "method": "DELETE",
    "path": "/_control/accounts/{account}",
    "query": {},
    "body": null
  },
  {
    "id": "getSettings",
    "method": "GET",
    "path": "/_control/accounts/{account}/settings",
    "query": {},
    "body": null
  },
  {
    "id": "putSettings",
    "method": "PUT",
    "path": "/_control/accounts/{account}/settings",
    "query": {},
    "body": {
      "schema": "SettingsChange",
      "attributes": {
        "features": {
          "type": [
            "object",
            "null"
          ]
        },
        "rate_limit": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "rate_limit_headers": {
          "type": [
            "boolean",
            "null"
          ]
        },
        "topics": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "senders": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "themes": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string",
            "minLength": 1
          }
        },
        "templates": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string",
            "minLength": 1
          }
        }
      }
    }
  },
  {
    "id": "listUsers",
    "method": "GET",
    "path": "/_control/accounts/{account}/users",
    "query": {
      "identifier": {
        "type": "string",
        "minLength": 1
      },
      "email": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^[0-9]+$"
      }
    },
    "body": null
  },
  {
    "id": "listCompanies",
    "method": "GET",
    "path": "/_control/accounts/{account}/companies",
    "query": {
      "identifier": {
        "type": "string",
        "minLength": 1
      },
      "email": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^[0-9]+$"
      }
    },
    "body": null
  },
  {
    "id": "listRelationships",
    "method": "GET",
    "path": "/_control/accounts/{account}/relationships",
    "query": {
      "identifier": {
        "type": "string",
        "minLength": 1
      },
      "email": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^[0-9]+$"
      }
    },
    "body": null
  },
  {
    "id": "listEvents",
    "method": "GET",
    "path": "/_control/accounts/{account}/events",
    "query": {
      "identifier": {
        "type": "string",
        "minLength": 1
      },
      "email": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^[0-9]+$"
      }
    },
    "body": null
  },
  {
    "id": "listMessages",
    "method": "GET",
    "path": "/_control/accounts/{account}/messages",
    "query": {
      "identifier": {
        "type": "string",
        "minLength": 1
      },
      "email": {
        "type": "string",
        "minLength": 1
      },
      "name": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^[0-9]+$"
      }
    },
    "body": null
  },
  {
    "id": "listExchanges",
    "method": "GET",
    "path": "/_control/exchanges",
    "query": {
      "account": {
        "type": "string",
        "minLength": 1
      },
      "operation": {
        "type": "string",
        "minLength": 1
      },
      "status": {
        "type": "integer",
        "minimum": 100,
        "maximum": 599
      },
      "since": {
        "type": "string",
        "pattern": "^ex_"
      },
      "diagnostic": {
        "type": "string",
        "minLength": 1
      },
      "limit": {
        "type": "integer",
        "minimum": 1,
        "maximum": 1000,
        "default": 100
      },
      "after": {
        "type": "string",
        "pattern": "^ex_"
      }
    },
    "body": null
  },
  {
    "id": "waitForExchanges",
    "method": "GET",
    "path": "/_control/exchanges/wait",
    "query": {
      "account": {
        "type": "string",
        "minLength": 1
      },
      "operation": {
        "type": "string",
        "minLength": 1
      },
      "status": {
        "type": "integer",
        "minimum": 100,
        "maximum": 599
      },
      "since": {
        "type": "string",
        "pattern": "^ex_"
      },
      "diagnostic": {
        "type": "string",
        "minLength": 1
      },
      "count": {
        "type": "integer",
        "minimum": 1,
        "maximum": 10000,
        "default": 1
      },
      "timeout_ms": {
        "type": "integer",
        "minimum": 0,
        "maximum": 600000,
        "default": 5000
      }
    },
    "body": null
  },
  {
    "id": "waitForMatches",
    "method": "POST",
    "path": "/_control/exchanges/wait",
    "query": {},
    "body": {
      "schema": "WaitOrder",
      "attributes": {
        "account": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "operation": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "status": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 100,
          "maximum": 599
        },
        "body": {
          "type": [
            "object",
            "null"
          ]
        },
        "has": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string"
          }
        },
        "diagnostic": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "since": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "count": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 1,
          "maximum": 10000
        },
        "timeout_ms": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 0,
          "maximum": 600000
        }
      }
    }
  },
  {
    "id": "countExchanges",
    "method": "POST",
    "path": "/_control/exchanges/count",
    "query": {},
    "body": {
      "schema": "CountOrder",
      "attributes": {
        "account": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "operation": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "status": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 100,
          "maximum": 599
        },
        "body": {
          "type": [
            "object",
            "null"
          ]
        },
        "has": {
          "type": [
            "array",
            "null"
          ],
          "items": {
            "type": "string"
          }
        },
        "diagnostic": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "since": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "exactly": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 0
        },
        "at_least": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 0
        },
        "at_most": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 0
        }
      }
    }
  },
  {
    "id": "streamExchanges",
    "method": "GET",
    "path": "/_control/exchanges/stream",
    "query": {
      "account": {
        "type": "string",
        "minLength": 1
      },
      "operation": {
        "type": "string",
        "minLength": 1
      },
      "status": {
        "type": "integer",
        "minimum": 100,
        "maximum": 599
      },
      "since": {
        "type": "string",
        "pattern": "^ex_"
      },
      "diagnostic": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "getExchange",
    "method": "GET",
    "path": "/_control/exchanges/{id}",
    "query": {},
    "body": null
  },
  {
    "id": "listFaults",
    "method": "GET",
    "path": "/_control/faults",
    "query": {
      "account": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "armFault",
    "method": "POST",
    "path": "/_control/faults",
    "query": {},
    "body": {
      "schema": "FaultOrder",
      "attributes": {
        "name": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "account": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "operation": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "match": {
          "type": [
            "object",
            "null"
          ]
        },
        "from": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 1
        },
        "every": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 1
        },
        "times": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 1
        },
        "effect": {
          "type": "object"
        },
        "mark": {
          "type": "boolean"
        },
        "preset": {
          "type": "string",
          "enum": [
            "outage",
            "rate-limit-storm",
            "slow",
            "flaky",
            "maintenance"
          ]
        },
        "timeline": {
          "type": "array",
          "minItems": 1,
          "items": {
            "type": "object"
          }
        }
      }
    }
  },
  {
    "id": "clearFaults",
    "method": "DELETE",
    "path": "/_control/faults",
    "query": {
      "name": {
        "type": "string",
        "minLength": 1
      },
      "account": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "getClock",
    "method": "GET",
    "path": "/_control/clock",
    "query": {
      "account": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "steerClock",
    "method": "POST",
    "path": "/_control/clock",
    "query": {},
    "body": {
      "schema": "ClockOrder",
      "attributes": {
        "account": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "mode": {
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "system",
            "frozen",
            null
          ]
        },
        "now": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "advance_ms": {}
      }
    }
  },
  {
    "id": "getConduct",
    "method": "GET",
    "path": "/_control/conduct/{account}",
    "query": {},
    "body": null
  },
  {
    "id": "exportJournal",
    "method": "GET",
    "path": "/_control/export",
    "query": {
      "format": {
        "type": "string",
        "enum": [
          "har",
          "ndjson"
        ],
        "default": "har"
      },
      "account": {
        "type": "string",
        "minLength": 1
      },
      "operation": {
        "type": "string",
        "minLength": 1
      },
      "status": {
        "type": "integer",
        "minimum": 100,
        "maximum": 599
      },
      "since": {
        "type": "string",
        "pattern": "^ex_"
      },
      "diagnostic": {
        "type": "string",
        "minLength": 1
      }
    },
    "body": null
  },
  {
    "id": "getMetrics",
    "method": "GET",
    "path": "/_control/metrics",
    "query": {},
    "body": null
  },
  {
    "id": "reset",
    "method": "POST",
    "path": "/_control/reset",
    "query": {},
    "body": {
      "schema": "Reset",
      "attributes": {
        "account": {
          "type": [
            "string",
            "null"
          ],
          "minLength": 1
        },
        "what": {
          "type": [
            "array",
            "null"
          ],
          "minItems": 1,
          "items": {
            "type": "string",
            "enum": [
              "state",
              "journal",
              "faults",
              "clock",
              "limits",
              "settings"
            ]
          }
        }
      }
    }
  }
];
