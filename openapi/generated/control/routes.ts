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

/** What a query parameter, a body or anything in it may be; what it does not say is left open. */
export type Shape = {
  readonly type?: string | readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly pattern?: string;
  readonly enum?: readonly (string | null)[];
  readonly default?: string | number;
  /** Of a list: what its entries may be. */
  readonly items?: Shape;
  /** Of an object: all the attributes that it may have; absent where it may have any. */
  readonly attributes?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Shape[];
};

export type DeskRoute = {
  readonly id: DeskOperationId;
  readonly method: string;
  readonly path: string;
  /** What it does, in a few words. */
  readonly summary: string;
  readonly query: Readonly<Record<string, Shape>>;
  /** The name of its schema, and what that says; null when the operation takes no body. */
  readonly body: { readonly schema: string; readonly shape: Shape } | null;
};

export const deskRoutes: readonly DeskRoute[] = [
  {
    "id": "getIndex",
    "method": "GET",
    "path": "/_control",
    "summary": "List the paths there are",
    "query": {},
    "body": null
  },
  {
    "id": "getHealth",
    "method": "GET",
    "path": "/_control/health",
    "summary": "Tell whether the stand-in is ready",
    "query": {},
    "body": null
  },
  {
    "id": "listAccounts",
    "method": "GET",
    "path": "/_control/accounts",
    "summary": "List the accounts",
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
    "summary": "Show one account",
    "query": {},
    "body": null
  },
  {
    "id": "removeAccount",
    "method": "DELETE",
    "path": "/_control/accounts/{account}",
    "summary": "Remove one account",
    "query": {},
    "body": null
  },
  {
    "id": "getSettings",
    "method": "GET",
    "path": "/_control/accounts/{account}/settings",
    "summary": "Show the settings of an account",
    "query": {},
    "body": null
  },
  {
    "id": "putSettings",
    "method": "PUT",
    "path": "/_control/accounts/{account}/settings",
    "summary": "Change the settings of an account",
    "query": {},
    "body": {
      "schema": "SettingsChange",
      "shape": {
        "type": "object",
        "attributes": {
          "features": {
            "type": [
              "object",
              "null"
            ],
            "attributes": {
              "messages": {
                "type": [
                  "boolean",
                  "null"
                ]
              },
              "companies": {
                "type": [
                  "boolean",
                  "null"
                ]
              },
              "relationships": {
                "type": [
                  "boolean",
                  "null"
                ]
              },
              "events": {
                "type": [
                  "boolean",
                  "null"
                ]
              }
            }
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
    }
  },
  {
    "id": "listUsers",
    "method": "GET",
    "path": "/_control/accounts/{account}/users",
    "summary": "List the stored users of an account",
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
    "summary": "List the stored companies of an account",
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
    "summary": "List the stored relationships of an account",
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
    "summary": "List the stored events of an account",
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
    "summary": "List the stored messages of an account",
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
    "summary": "List what was received and answered",
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
    "summary": "Wait until so many exchanges match",
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
    "summary": "Wait until so many exchanges match what is described",
    "query": {},
    "body": {
      "schema": "WaitOrder",
      "shape": {
        "type": "object",
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
            "maxItems": 100,
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
    }
  },
  {
    "id": "countExchanges",
    "method": "POST",
    "path": "/_control/exchanges/count",
    "summary": "Count the exchanges that match",
    "query": {},
    "body": {
      "schema": "CountOrder",
      "shape": {
        "type": "object",
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
            "maxItems": 100,
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
    }
  },
  {
    "id": "streamExchanges",
    "method": "GET",
    "path": "/_control/exchanges/stream",
    "summary": "Follow the journal as it grows",
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
    "summary": "Show one exchange",
    "query": {},
    "body": null
  },
  {
    "id": "listFaults",
    "method": "GET",
    "path": "/_control/faults",
    "summary": "List the faults that are armed or used up",
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
    "summary": "Make requests fail",
    "query": {},
    "body": {
      "schema": "FaultOrder",
      "shape": {
        "type": "object",
        "attributes": {
          "name": {
            "type": [
              "string",
              "null"
            ],
            "minLength": 1,
            "maxLength": 100
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
            ],
            "attributes": {
              "method": {
                "type": [
                  "string",
                  "null"
                ],
                "minLength": 1
              },
              "path": {
                "type": [
                  "string",
                  "null"
                ],
                "minLength": 1
              },
              "body": {
                "type": [
                  "object",
                  "null"
                ]
              }
            }
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
            "type": "object",
            "minProperties": 1,
            "attributes": {
              "status": {
                "type": "integer",
                "minimum": 200,
                "maximum": 599
              },
              "retry_after": {
                "anyOf": [
                  {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 1000000000
                  },
                  {
                    "type": "string"
                  },
                  {
                    "type": "object",
                    "required": [
                      "date_in"
                    ],
                    "attributes": {
                      "date_in": {
                        "type": "number",
                        "minimum": -1000000000,
                        "maximum": 1000000000
                      }
                    }
                  }
                ]
              },
              "delay_ms": {
                "anyOf": [
                  {
                    "type": "integer",
                    "minimum": 0,
                    "maximum": 600000
                  },
                  {
                    "type": "object",
                    "required": [
                      "min",
                      "max",
                      "seed"
                    ],
                    "attributes": {
                      "min": {
                        "type": "integer",
                        "minimum": 0,
                        "maximum": 600000
                      },
                      "max": {
                        "type": "integer",
                        "minimum": 0,
                        "maximum": 600000
                      },
                      "seed": {
                        "type": "integer"
                      }
                    }
                  },
                  {
                    "type": "object",
                    "required": [
                      "median",
                      "sigma",
                      "seed"
                    ],
                    "attributes": {
                      "median": {
                        "type": "integer",
                        "minimum": 0,
                        "maximum": 600000
                      },
                      "sigma": {
                        "type": "number",
                        "minimum": 0,
                        "maximum": 10
                      },
                      "seed": {
                        "type": "integer"
                      }
                    }
                  }
                ]
              },
              "hold": {
                "type": "boolean"
              },
              "bytes_per_second": {
                "type": "integer",
                "minimum": 1
              },
              "hang_up": {
                "type": "string",
                "enum": [
                  "before",
                  "after"
                ]
              },
              "truncate_at": {
                "type": "integer",
                "minimum": 0
              },
              "content_length": {
                "type": "integer",
                "minimum": 0
              },
              "garbage": {
                "anyOf": [
                  {
                    "type": "boolean"
                  },
                  {
                    "type": "string",
                    "minLength": 1
                  }
                ]
              },
              "body": {},
              "headers": {
                "type": "object"
              }
            }
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
            "maxItems": 1000,
            "items": {
              "type": "object",
              "required": [
                "at_ms"
              ],
              "attributes": {
                "at_ms": {
                  "type": "integer",
                  "minimum": 0,
                  "maximum": 100000000000
                },
                "arm": {
                  "type": "object",
                  "attributes": {
                    "name": {
                      "type": [
                        "string",
                        "null"
                      ],
                      "minLength": 1,
                      "maxLength": 100
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
                      ],
                      "attributes": {
                        "method": {
                          "type": [
                            "string",
                            "null"
                          ],
                          "minLength": 1
                        },
                        "path": {
                          "type": [
                            "string",
                            "null"
                          ],
                          "minLength": 1
                        },
                        "body": {
                          "type": [
                            "object",
                            "null"
                          ]
                        }
                      }
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
                      "type": "object",
                      "minProperties": 1,
                      "attributes": {
                        "status": {
                          "type": "integer",
                          "minimum": 200,
                          "maximum": 599
                        },
                        "retry_after": {
                          "anyOf": [
                            {
                              "type": "number",
                              "minimum": 0,
                              "maximum": 1000000000
                            },
                            {
                              "type": "string"
                            },
                            {
                              "type": "object",
                              "required": [
                                "date_in"
                              ],
                              "attributes": {
                                "date_in": {
                                  "type": "number",
                                  "minimum": -1000000000,
                                  "maximum": 1000000000
                                }
                              }
                            }
                          ]
                        },
                        "delay_ms": {
                          "anyOf": [
                            {
                              "type": "integer",
                              "minimum": 0,
                              "maximum": 600000
                            },
                            {
                              "type": "object",
                              "required": [
                                "min",
                                "max",
                                "seed"
                              ],
                              "attributes": {
                                "min": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 600000
                                },
                                "max": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 600000
                                },
                                "seed": {
                                  "type": "integer"
                                }
                              }
                            },
                            {
                              "type": "object",
                              "required": [
                                "median",
                                "sigma",
                                "seed"
                              ],
                              "attributes": {
                                "median": {
                                  "type": "integer",
                                  "minimum": 0,
                                  "maximum": 600000
                                },
                                "sigma": {
                                  "type": "number",
                                  "minimum": 0,
                                  "maximum": 10
                                },
                                "seed": {
                                  "type": "integer"
                                }
                              }
                            }
                          ]
                        },
                        "hold": {
                          "type": "boolean"
                        },
                        "bytes_per_second": {
                          "type": "integer",
                          "minimum": 1
                        },
                        "hang_up": {
                          "type": "string",
                          "enum": [
                            "before",
                            "after"
                          ]
                        },
                        "truncate_at": {
                          "type": "integer",
                          "minimum": 0
                        },
                        "content_length": {
                          "type": "integer",
                          "minimum": 0
                        },
                        "garbage": {
                          "anyOf": [
                            {
                              "type": "boolean"
                            },
                            {
                              "type": "string",
                              "minLength": 1
                            }
                          ]
                        },
                        "body": {},
                        "headers": {
                          "type": "object"
                        }
                      }
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
                    }
                  }
                },
                "clear": {
                  "type": "string",
                  "minLength": 1
                },
                "for_ms": {
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 100000000000
                }
              }
            }
          }
        }
      }
    }
  },
  {
    "id": "clearFaults",
    "method": "DELETE",
    "path": "/_control/faults",
    "summary": "Clear faults",
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
    "summary": "Tell the time",
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
    "summary": "Stop, set or advance the time",
    "query": {},
    "body": {
      "schema": "ClockOrder",
      "shape": {
        "type": "object",
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
          "advance_ms": {
            "anyOf": [
              {
                "type": "integer",
                "minimum": 0,
                "maximum": 10000000000000
              },
              {
                "type": "string",
                "enum": [
                  "next-window"
                ]
              },
              {
                "type": "null"
              }
            ]
          }
        }
      }
    }
  },
  {
    "id": "getConduct",
    "method": "GET",
    "path": "/_control/conduct/{account}",
    "summary": "Tell how a client behaved",
    "query": {},
    "body": null
  },
  {
    "id": "exportJournal",
    "method": "GET",
    "path": "/_control/export",
    "summary": "Take the journal along",
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
    "summary": "Count, for Prometheus",
    "query": {},
    "body": null
  },
  {
    "id": "reset",
    "method": "POST",
    "path": "/_control/reset",
    "summary": "Forget",
    "query": {},
    "body": {
      "schema": "Reset",
      "shape": {
        "type": "object",
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
  }
];
