// Generated from config.yaml by `npm run generate`. Change that file, not this one.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Configuration of Understudy
         * @description Every setting has a default. A flag of `understudy start` counts before its variable in the environment, and that before this file.
         */
        Configuration: {
            /**
             * @description Where to listen; 0 lets the system choose.
             * @example 4010
             */
            port?: number | null;
            /**
             * @description The address to listen on; localhost is 127.0.0.1 and ::1, 0.0.0.0 is every address.
             * @example localhost
             */
            host?: string | null;
            /**
             * @description Whether to listen for HTTPS too, at port 4433 or, where the port for HTTP is 0, at one that the system chooses.
             * @example true
             */
            https?: boolean | null;
            /**
             * @description Listens for HTTPS too, at this port; 0 lets the system choose.
             * @example 4433
             */
            https_port?: number | null;
            /**
             * @description Lets in these keys and no others; without them, any key opens an account of its own.
             * @example [
             *       "dev",
             *       "other"
             *     ]
             */
            push_keys?: string[] | null;
            /**
             * @description Requests in a time, such as 1000/60s; documented, tiny (5 in 2 seconds) or off.
             * @example documented
             */
            rate_limit?: string | null;
            /**
             * @description Whether every answer has the X-RateLimit headers, not a 429 alone.
             * @example true
             */
            rate_limit_headers?: boolean | null;
            /**
             * @description Whether what would be accepted with a warning is answered with 422.
             * @example true
             */
            strict?: boolean | null;
            /**
             * @description What the desk wants to be shown, as `Authorization: Bearer TOKEN`. Where other machines can reach the desk and there is none, one is made and printed.
             * @example make-this-one-up
             */
            control_token?: string | null;
            /**
             * @description Host names that the desk answers to without a token, beside those of the loopback.
             * @example [
             *       "understudy.test"
             *     ]
             */
            allowed_hosts?: string[] | null;
            /**
             * @description Keeps what is accepted in this file, seen from the folder of this one; without it everything is kept in memory only.
             * @example understudy.db
             */
            data?: string | null;
            /**
             * @description What is logged on standard error; info on a terminal, warn elsewhere.
             * @example info
             * @enum {string|null}
             */
            log_level?: "silent" | "error" | "warn" | "info" | "debug" | null;
            /**
             * @description Whether the first line on standard output is a JSON object for scripts.
             * @example false
             */
            json?: boolean | null;
            settings?: components["schemas"]["Defaults"];
            /**
             * @description Refusals, delays and broken connections that are armed from the start, written as for POST /_control/faults; for every account, unless one names its own.
             * @example [
             *       {
             *         "preset": "slow",
             *         "operation": "pushEvent",
             *         "times": 3
             *       },
             *       {
             *         "name": "second-user-fails",
             *         "operation": "pushUser",
             *         "from": 2,
             *         "times": 1,
             *         "effect": {
             *           "status": 503,
             *           "retry_after": 1
             *         }
             *       }
             *     ]
             */
            faults?: components["schemas"]["FaultOrder"][] | null;
            timeline?: components["schemas"]["Timeline"];
            seeds?: components["schemas"]["Seeds"];
            /**
             * @description What one account has for itself, by its push key.
             * @example {
             *       "dev": {
             *         "settings": {
             *           "rate_limit": "20/1s",
             *           "rate_limit_headers": true,
             *           "features": {
             *             "messages": false
             *           },
             *           "templates": [
             *             "welcome",
             *             "receipt"
             *           ]
             *         },
             *         "seeds": {
             *           "users": [
             *             {
             *               "identifier": "user-2",
             *               "email": "user-2@example.com"
             *             }
             *           ]
             *         },
             *         "faults": [
             *           {
             *             "preset": "flaky",
             *             "operation": "pushCompany"
             *           }
             *         ]
             *       },
             *       "other": {
             *         "timeline": [
             *           {
             *             "at_ms": 60000,
             *             "arm": {
             *               "preset": "maintenance"
             *             },
             *             "for_ms": 30000
             *           }
             *         ]
             *       }
             *     }
             */
            accounts?: {
                [key: string]: components["schemas"]["Account"];
            } | null;
        } | null;
        /**
         * @description What applies to every account that has nothing else set, as for PUT /_control/accounts/{account}/settings. A feature that is false makes its operations 403; a list makes every other name unknown.
         * @example {
         *       "features": {
         *         "messages": true,
         *         "companies": true,
         *         "relationships": true,
         *         "events": true
         *       },
         *       "topics": [
         *         "product-news"
         *       ],
         *       "senders": [
         *         "support"
         *       ],
         *       "themes": [
         *         "plain"
         *       ],
         *       "templates": [
         *         "welcome",
         *         "receipt"
         *       ]
         *     }
         */
        Defaults: {
            features?: components["schemas"]["FeaturesChange"];
            topics?: components["schemas"]["Names"];
            senders?: components["schemas"]["Names"];
            themes?: components["schemas"]["Names"];
            templates?: components["schemas"]["Names"];
        } | null;
        Account: {
            settings?: components["schemas"]["SettingsChange"];
            seeds?: components["schemas"]["Seeds"];
            /** @description Refusals, delays and broken connections for this account alone. */
            faults?: components["schemas"]["TimelineFault"][] | null;
            timeline?: components["schemas"]["Timeline"];
        } | null;
        /**
         * @description Arms and clears faults so many milliseconds after the start; here, or in a file of its own, seen from the folder of this one.
         * @example [
         *       {
         *         "at_ms": 60000,
         *         "arm": {
         *           "preset": "outage"
         *         },
         *         "for_ms": 30000
         *       },
         *       {
         *         "at_ms": 120000,
         *         "arm": {
         *           "preset": "rate-limit-storm"
         *         }
         *       },
         *       {
         *         "at_ms": 150000,
         *         "clear": "*"
         *       }
         *     ]
         */
        Timeline: null | string | components["schemas"]["TimelineStep"][];
        /**
         * @description What is stored before the stand-in is ready, each entry written as the body of its POST. At the top level for the first of push_keys, or for dev; only an account that holds nothing yet is seeded.
         * @example {
         *       "users": [
         *         {
         *           "identifier": "user-1",
         *           "email": "user-1@example.com",
         *           "properties": {
         *             "plan": "pro"
         *           }
         *         }
         *       ],
         *       "companies": [
         *         {
         *           "identifier": "company-1",
         *           "name": "Harbor Books"
         *         }
         *       ],
         *       "relationships": [
         *         {
         *           "user": "user-1",
         *           "company": "company-1",
         *           "properties": {
         *             "role": "owner"
         *           }
         *         }
         *       ],
         *       "events": [
         *         {
         *           "name": "project_created",
         *           "user": "user-1"
         *         }
         *       ]
         *     }
         */
        Seeds: {
            /** @description Each as the body of POST /users. */
            users?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Each as the body of POST /companies. */
            companies?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Each as the body of POST /relationships. */
            relationships?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Each as the body of POST /events. */
            events?: {
                [key: string]: unknown;
            }[] | null;
        } | null;
        TimelineFile: components["schemas"]["TimelineStep"][] | {
            /** @description By push key or handle; absent or null: every account. */
            account?: string | null;
            timeline: components["schemas"]["TimelineStep"][];
        };
        /** @description One fault, a preset or a timeline; exactly one of `effect`, `preset` and `timeline`. */
        FaultOrder: {
            /** @description Made up unless it is given. */
            name?: string | null;
            /** @description By push key or handle; absent or null: every account. */
            account?: string | null;
            /** @description By its id in the simulated API. */
            operation?: string | null;
            match?: components["schemas"]["FaultMatch"];
            /** @description The first matching request that it fires on. */
            from?: number | null;
            /** @description Fires on every so many-th matching request from there. */
            every?: number | null;
            /** @description How often it fires; absent or null: until it is cleared. */
            times?: number | null;
            effect?: components["schemas"]["FaultEffect"];
            /** @description Adds `X-Understudy-Fault` with its name to the answer. */
            mark?: boolean;
            /** @enum {string} */
            preset?: "outage" | "rate-limit-storm" | "slow" | "flaky" | "maintenance";
            timeline?: components["schemas"]["TimelineStep"][];
        };
        /** @description What the plan includes. */
        FeaturesChange: {
            messages?: boolean | null;
            companies?: boolean | null;
            relationships?: boolean | null;
            events?: boolean | null;
        } | null;
        /** @description The only ones there are; null takes every name. */
        Names: string[] | null;
        SettingsChange: {
            features?: components["schemas"]["FeaturesChange"];
            /** @description Requests in a time, such as `20/1s`; or `documented`, `tiny`, `off`. */
            rate_limit?: string | null;
            /** @description Whether every answer has the X-RateLimit headers. */
            rate_limit_headers?: boolean | null;
            topics?: components["schemas"]["Names"];
            senders?: components["schemas"]["Names"];
            themes?: components["schemas"]["Names"];
            templates?: components["schemas"]["Names"];
        };
        /** @description One fault, by its `effect`, or a preset. */
        TimelineFault: {
            name?: string | null;
            operation?: string | null;
            match?: components["schemas"]["FaultMatch"];
            from?: number | null;
            every?: number | null;
            times?: number | null;
            effect?: components["schemas"]["FaultEffect"];
            mark?: boolean;
            /** @enum {string} */
            preset?: "outage" | "rate-limit-storm" | "slow" | "flaky" | "maintenance";
        };
        /** @description Either `arm` or `clear`. */
        TimelineStep: {
            /** @description Milliseconds after the timeline was begun, on the account's clock. */
            at_ms: number;
            arm?: components["schemas"]["TimelineFault"];
            /** @description The name of a fault, or `*` for all of this account. */
            clear?: string;
            /** @description With `arm`, clears it again after so many milliseconds, unless another has taken its place. */
            for_ms?: number;
        };
        /** @description Which requests it is for; null or absent means any. */
        FaultMatch: {
            method?: string | null;
            /** @description Without query; `*` stands for any characters. */
            path?: string | null;
            /** @description What the normalised body has to hold. */
            body?: {
                [key: string]: unknown;
            } | null;
        } | null;
        /** @description What happens to the request or its answer; at least one of these. */
        FaultEffect: {
            /** @description Ends the request with this status in the vendor's envelope. */
            status?: number;
            /** @description Seconds, a date so many seconds ahead, `absent`, or any other text as it is. */
            retry_after?: number | string | {
                date_in: number;
            };
            /** @description Milliseconds of real time; evenly spread or log-normal with a seed, the same ones every time. */
            delay_ms?: number | {
                min: number;
                max: number;
                seed: number;
            } | {
                median: number;
                sigma: number;
                seed: number;
            };
            /** @description No answer until the fault is cleared; then the status, or 503. */
            hold?: boolean;
            /** @description How fast the body of the answer is written. */
            bytes_per_second?: number;
            /**
             * @description Closes the connection before or after applying.
             * @enum {string}
             */
            hang_up?: "before" | "after";
            /** @description Cuts the connection after so many bytes of body. */
            truncate_at?: number;
            /** @description What Content-Length says, whatever the body has. */
            content_length?: number;
            /** @description Writes this in the place of an HTTP answer; true writes bytes of our choice. */
            garbage?: boolean | string;
            /** @description A text as it is, anything else as JSON. */
            body?: unknown;
            /** @description By name, each a text; null takes a header away. */
            headers?: {
                [key: string]: unknown;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
