// Generated from control-api.yaml by `npm run generate`. Change that file, not this one.

export interface paths {
    "/_control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the paths there are
         * @description A slash at the end makes no difference.
         */
        get: operations["getIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether the stand-in is ready
         * @description Needs neither a token nor a loopback `Host`, and no reset touches it.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the accounts */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** Show one account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        /**
         * Remove one account
         * @description Its state, its rate window, its exchanges, faults, settings and clock go. An account whose key the stand-in was started with stays
         *     and is empty.
         */
        delete: operations["removeAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** Show the settings of an account */
        get: operations["getSettings"];
        /**
         * Change the settings of an account
         * @description What is given replaces, what is not given stays, and null goes back to the default; so it is with each feature
         *     too. A feature that is false makes its operations 403, and whatever embeds it. A list makes every other name
         *     unknown, which is a 422. Named by its push key, an account is opened.
         */
        put: operations["putSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** List the stored users of an account */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/companies": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** List the stored companies of an account */
        get: operations["listCompanies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** List the stored relationships of an account */
        get: operations["listRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/events": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** List the stored events of an account */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/accounts/{account}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /** List the stored messages of an account */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/exchanges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was received and answered
         * @description A page holds fewer than `limit` exchanges when they are large; as always, `next` says whether there are more.
         */
        get: operations["listExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/exchanges/wait": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait until so many exchanges match
         * @description Answers at once when the journal holds enough already, otherwise as soon as it does. An exchange counts from
         *     the moment its answer is decided, so it may still be shown with `delivered` pending. Time passes for real
         *     here, whatever the stand-in's clock does.
         */
        get: operations["waitForExchanges"];
        put?: never;
        /**
         * Wait until so many exchanges match what is described
         * @description The same as GET, with everything that a matcher can say.
         */
        post: operations["waitForMatches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/exchanges/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count the exchanges that match
         * @description `body` matches an exchange whose body holds at least that: objects attribute by attribute, lists entry by
         *     entry and of the same length, all else only when equal (`1` is not `"1"`). Both sides are compared with
         *     normalised keys, so `firstName` finds `first_name`; the name of an event counts as such too. A message that came
         *     to the incoming host is compared as it was sent, keys and event in the same way.
         *
         *     With `exactly`, `at_least` or `at_most` it is a verification: 409 where the journal says otherwise, or where it
         *     had to drop exchanges that could have made a difference. Those of another account make none, nor do those
         *     that came before `since`.
         */
        post: operations["countExchanges"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/exchanges/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the journal as it grows
         * @description Server-Sent Events. `exchange` comes when the answer is decided and `settled` when it is known how much of it
         *     left; both hold an exchange as JSON, the first with its id as the event's id. `reset` says whose exchanges were
         *     forgotten, `{"account": null}` that all were. A comment comes every 15 seconds.
         *
         *     The first block has no data, only the id to resume from while nothing has come. With `Last-Event-ID`, or `since`,
         *     everything after that exchange comes first; `dropped` says that some of it had to make room, and how many
         *     exchanges had to in all. An id of another run of the stand-in stands for its beginning. Who reads too slowly is
         *     cut off and can resume in the same way: `end` says why, `too_slow` or `stopping`.
         */
        get: operations["streamExchanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/exchanges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an exchange.
                 * @example ex_0000000042
                 */
                id: string;
            };
            cookie?: never;
        };
        /** Show one exchange */
        get: operations["getExchange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/faults": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the faults that are armed or used up */
        get: operations["listFaults"];
        put?: never;
        /**
         * Make requests fail
         * @description Arms one fault by its `effect`, those of a `preset`, or a `timeline` that arms and clears faults as the clock
         *     of the account reaches their times. The oldest fault that matches and wants a request gets it; one of the same
         *     name and account is replaced. `status`, `hang_up: before` and `hold` end a request before the rate limit is
         *     asked, and nothing is applied; all other effects change only how the answer is delivered.
         */
        post: operations["armFault"];
        /**
         * Clear faults
         * @description Those of a name, of an account, or all. What they hold is let go. Without a name timelines end too.
         */
        delete: operations["clearFaults"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell the time */
        get: operations["getClock"];
        put?: never;
        /**
         * Stop, set or advance the time
         * @description Rate limits, Retry-After, timelines, times in the journal and defaults of timestamps go by it. With `account` it is the
         *     time of that account alone from then on. First the mode is changed, then the time set, then advanced; a clock
         *     that runs goes on running from there, and `mode: system` alone brings the system's time back. `next-window`
         *     advances to where the next request passes the rate limit, and not at all when it passes already. Delays, holds
         *     and slow bodies pass in real time.
         */
        post: operations["steerClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/conduct/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        /**
         * Tell how a client behaved
         * @description Read off the journal of the account: what it did with Retry-After and refusals, what it sent twice, what it
         *     never sent again, and in what order. A finding names the exchanges it rests on. `complete` is false where the
         *     journal had to drop exchanges of the account; then nothing that is absent proves anything.
         */
        get: operations["getConduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the journal along
         * @description What the journal has when it is asked. The push key of each request is masked in its headers, path, host and
         *     bodies; one of fewer than twelve characters only where it stands as a key, since it may be a part of any word. In
         *     an archive `_understudy` holds what the format has no place for.
         */
        get: operations["exportJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count, for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_control/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget
         * @description Forgets parts of one account, or of all. Without `what` that is everything but the settings, which go back to
         *     their defaults only when they are named. For one account `faults` are those armed for it alone. A request in
         *     flight belongs to before or to after, never to both; who follows the journal goes on following.
         */
        post: operations["reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Index: {
            /** @description Each is a method, a blank and a path. */
            paths: string[];
            /** @description The same, one by one, with what each does and takes. */
            operations: {
                /** @description Its name in this description. */
                id: string;
                method: string;
                /** @description What stands in braces is to be filled in, percent-encoded. */
                path: string;
                summary: string;
                /** @description The query parameters it takes. */
                query: string[];
                /** @description The attributes that its body may have. */
                body: string[];
            }[];
        };
        Health: {
            /** @enum {string} */
            status: "ok" | "starting";
            /** @description The version of the stand-in. */
            version: string;
            /** @description What it simulates. */
            service: string;
            journal: {
                /** @description How many it holds. */
                exchanges: number;
                dropped: components["schemas"]["Dropped"];
            };
            accounts: {
                /** @description How many there are. */
                count: number;
                /** @description How many had to make room, those idle longest first. */
                evicted: number;
            };
        };
        /** @description How many exchanges, of any account, the journal had to drop to make room since it was last emptied as a whole. What was dropped is in no list and no count. */
        Dropped: number;
        /** @description Why the desk did not do what it was asked. */
        Problem: {
            error: {
                code: components["schemas"]["ProblemCode"];
                /** @description What is wrong and what to do about it. */
                message: string;
                /** @description Where: a JSON Pointer into the body, or `?` and the name of a query parameter; null when it is about the request as a whole. */
                path: string | null;
                /** @description Everything that would have been right, where that is a closed list. */
                allowed?: string[];
            };
        };
        /** @enum {string} */
        ProblemCode: "unknown_path" | "method_not_allowed" | "unknown_parameter" | "invalid_parameter" | "invalid_path" | "invalid_body" | "body_too_large" | "unknown_account" | "unknown_exchange" | "foreign_host" | "foreign_origin" | "token_wanted" | "no_room" | "expectation_failed" | "wait_timed_out" | "too_many_waits" | "stopping" | "crashed";
        /** @description What to send as `after` for the next page; null on the last one. */
        Next: string | null;
        Account: {
            /** @description The handle. */
            account: string;
            /** @description The last four characters of the key when it has at least twelve; otherwise none of it. */
            masked_key: string;
            /** @description Whether the stand-in was started with this key. */
            configured: boolean;
            /** @description How many requests presented this key. */
            requests: number;
            counts: components["schemas"]["Counts"];
        };
        /** @description How many of each it holds, and how many had to make room. */
        Counts: {
            [key: string]: number;
        };
        AccountDetails: {
            /** @description The handle. */
            account: string;
            /** @description The last four characters of the key when it has at least twelve; otherwise none of it. */
            masked_key: string;
            /** @description Whether the stand-in was started with this key. */
            configured: boolean;
            /** @description How many requests presented this key. */
            requests: number;
            counts: components["schemas"]["Counts"];
            limiter: components["schemas"]["Limiter"];
            settings: components["schemas"]["Settings"];
            clock: components["schemas"]["Clock"];
            /** @description What the key asks for by its ending, such as `+429`; null for an ordinary key. */
            magic: string | null;
        };
        AccountList: {
            items: components["schemas"]["Account"][];
            next: components["schemas"]["Next"];
        };
        Removed: {
            /** @description The handle. */
            removed: string;
        };
        /** @description Where an account stands with its rate limit. */
        Limiter: {
            /** @description Requests counted in the window that is open. */
            used: number;
            /** @description Null when there is no limit. */
            limit: number | null;
            /**
             * Format: date-time
             * @description Null while no window is open.
             */
            began_at: string | null;
            /**
             * Format: date-time
             * @description Null while no window is open.
             */
            resets_at: string | null;
            /** @description The same in words. */
            why: string;
            /** @description The last request it refused; null when it refused none. Only with an account. */
            last_refusal?: components["schemas"]["LastRefusal"] | null;
        };
        LastRefusal: {
            /** Format: date-time */
            at: string;
            why: string;
        };
        /** @description The identifier of a user, or the email of one who has none. */
        UserReference: string | {
            email: string | null;
        };
        /** @description Null where no user is meant. */
        OptionalUserReference: components["schemas"]["UserReference"] | null;
        /** @description Custom properties, keys in snake_case. */
        Properties: {
            [key: string]: unknown;
        };
        /** @description JSON Pointers into `properties`, to the texts that are recognised as timestamps. */
        TimestampPointers: string[];
        StoredUser: {
            identifier: string | null;
            email: string | null;
            /** Format: date-time */
            signed_up_at: string | null;
            /** Format: date-time */
            last_seen_at: string | null;
            properties: components["schemas"]["Properties"];
            timestamps: components["schemas"]["TimestampPointers"];
            preferences: {
                topic: string;
                subscribed: boolean;
            }[];
            relationships: components["schemas"]["EmbeddedRelationships"];
            relationships_dropped?: components["schemas"]["RelationshipsDropped"];
        };
        StoredCompany: {
            identifier: string;
            name: string | null;
            /** Format: date-time */
            signed_up_at: string | null;
            /** Format: date-time */
            last_seen_at: string | null;
            properties: components["schemas"]["Properties"];
            timestamps: components["schemas"]["TimestampPointers"];
            relationships: components["schemas"]["EmbeddedRelationships"];
            relationships_dropped?: components["schemas"]["RelationshipsDropped"];
        };
        /** @description The oldest relationships, at most 1000 and about a MiB of them; the collection `relationships` has them all. */
        EmbeddedRelationships: components["schemas"]["StoredRelationship"][];
        /** @description How many relationships are not listed here; absent when all are. */
        RelationshipsDropped: number;
        StoredRelationship: {
            user: components["schemas"]["UserReference"];
            /** @description The identifier of the company. */
            company: string;
            properties: components["schemas"]["Properties"];
        };
        StoredEvent: {
            name: string;
            user: components["schemas"]["OptionalUserReference"];
            /** @description The identifier of the company. */
            company: string | null;
            /** Format: date-time */
            occurred_at: string;
            properties: components["schemas"]["Properties"];
        };
        /** @description A message as it was sent, and the id it was given. */
        StoredMessage: {
            id: string;
        } & {
            [key: string]: unknown;
        };
        UserList: {
            items: components["schemas"]["StoredUser"][];
            next: components["schemas"]["Next"];
        };
        CompanyList: {
            items: components["schemas"]["StoredCompany"][];
            next: components["schemas"]["Next"];
        };
        RelationshipList: {
            items: components["schemas"]["StoredRelationship"][];
            next: components["schemas"]["Next"];
        };
        EventList: {
            items: components["schemas"]["StoredEvent"][];
            next: components["schemas"]["Next"];
        };
        MessageList: {
            items: components["schemas"]["StoredMessage"][];
            next: components["schemas"]["Next"];
        };
        /** @description One header line as it was on the wire; a name that came twice is there twice. */
        Header: {
            name: string;
            /** @description A push key in it is masked, above all the one that the request presented. */
            value: string;
        };
        /** @description A body as it was received, cut at the size limit, with whatever secrets its sender put into it; `base64` when it is not valid UTF-8. */
        RawBody: string | {
            base64: string;
        };
        /** @description Something in a request, accepted or refused, that was probably not meant so. */
        Diagnostic: {
            code: string;
            /** @enum {string} */
            level: "warning" | "info";
            /** @description A JSON Pointer into the body, or into what a message became for all but what stands in a wrong place of the message itself; empty for the request as a whole. */
            path: string;
            /** @description One sentence. */
            message: string;
            /**
             * @description How the rule behind it is known.
             * @enum {string}
             */
            evidence: "documented" | "client" | "observed" | "assumed";
        };
        /** @description One step of what an accepted request did to the state of its account. */
        Change: {
            /** @enum {string} */
            kind: "created" | "updated" | "unchanged" | "deleted" | "ignored";
            resource: string;
            /** @description What the resource is known by, cut short when it is very long. */
            key: string;
            /** @description What it had before of that which changed; null when there was nothing. */
            before: unknown;
            /** @description What it has since; null when it is gone. */
            after: unknown;
        };
        /** @description One request and what became of it. */
        Exchange: {
            /** @description A later exchange has an id that sorts behind. */
            id: string;
            /** Format: date-time */
            received_at: string;
            /** @description The front it came through. */
            door: string;
            host: string;
            /** @description The handle of the account whose key was presented; null without a usable key. */
            account: string | null;
            /** @description Null when there is no such route. */
            operation: string | null;
            method: string;
            /** @description The request target as sent, with its query, but for the push key that the request presented. */
            path: string;
            request: {
                headers: components["schemas"]["Header"][];
                /** @description The body with normalised keys, or a message as it was sent; null when it could not be read. */
                body: unknown;
                became?: components["schemas"]["Became"];
                raw: components["schemas"]["RawBody"];
                /** @description How many bytes were read, those beyond `raw` too. */
                bytes: number;
                /** @description False when the sender went away in the middle. */
                complete: boolean;
            };
            answer: {
                /** @description Null when there was no answer to give; one that a fault kept back has its status. */
                status: number | null;
                headers: components["schemas"]["Header"][];
                body: string;
                /** @description The vendor's name for the refusal. */
                code: string | null;
                /** @description The vendor's texts. */
                errors: string[];
                /** @description Why, in our words; the vendor would not say it. */
                reason: string | null;
            };
            /**
             * @description How much of the answer reached the wire.
             * @enum {string}
             */
            delivered: "pending" | "full" | "partial" | "none";
            /** @description The fault that did something to it; null when none did. */
            fault: components["schemas"]["FaultAtWork"] | null;
            /** @description What the rate limit said of this request; null when it was not asked. */
            limiter: components["schemas"]["Limiter"] | null;
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description How many diagnostics are not listed; absent when all are. */
            diagnostics_dropped?: number;
            changes: components["schemas"]["Change"][];
            /** @description How many changes are not listed; absent when all are. */
            changes_dropped?: number;
            /** @description Milliseconds the stand-in itself took. */
            own_ms: number;
            /** @description Milliseconds of delay on purpose. */
            injected_ms: number;
            /** @description True when our own code failed; absent otherwise. */
            crashed?: boolean;
        };
        /** @description What a message stands for; absent where the body is a payload, and where it stands for nothing. */
        Became: {
            /** @description The operation of the Push API, by its id. */
            operation: string;
            /** @description Its payload, with normalised keys. */
            body: unknown;
        };
        ExchangeList: {
            items: components["schemas"]["Exchange"][];
            next: components["schemas"]["Next"];
            dropped: components["schemas"]["Dropped"];
        };
        /** @description What an exchange has to be; what is absent or null is not looked at. */
        CountOrder: {
            /** @description By push key or handle. */
            account?: string | null;
            /** @description By its id in the simulated API. */
            operation?: string | null;
            status?: number | null;
            /** @description What its body has to hold. */
            body?: {
                [key: string]: unknown;
            } | null;
            /** @description JSON Pointers to what its body has to have, whatever the value, null too; in any spelling of the keys. */
            has?: string[] | null;
            /** @description The code of a diagnostic it has to have. */
            diagnostic?: string | null;
            /** @description The id of an exchange; only later ones. */
            since?: string | null;
            /** @description How many have to match, or it is a 409. */
            exactly?: number | null;
            /** @description How many have to match at least, or it is a 409. */
            at_least?: number | null;
            /** @description How many may match, or it is a 409. */
            at_most?: number | null;
        };
        /** @description What an exchange has to be; what is absent or null is not looked at. */
        WaitOrder: {
            /** @description By push key or handle. */
            account?: string | null;
            /** @description By its id in the simulated API. */
            operation?: string | null;
            status?: number | null;
            /** @description What its body has to hold. */
            body?: {
                [key: string]: unknown;
            } | null;
            /** @description JSON Pointers to what its body has to have, whatever the value, null too; in any spelling of the keys. */
            has?: string[] | null;
            /** @description The code of a diagnostic it has to have. */
            diagnostic?: string | null;
            /** @description The id of an exchange; only later ones. */
            since?: string | null;
            /** @description How many have to match; 1 unless given. */
            count?: number | null;
            /** @description After how many milliseconds of real time to give up; 5000 unless given. */
            timeout_ms?: number | null;
        };
        Count: {
            count: number;
            /** @description False when the journal had to drop exchanges of this account, after `since`, so that there may have been more. */
            complete: boolean;
            /** @description What came closest, closest first; empty unless nothing matches. */
            nearest: components["schemas"]["NearMiss"][];
        };
        NearMiss: {
            /** @description The id of the exchange. */
            id: string;
            differences: components["schemas"]["Difference"][];
        };
        Difference: {
            /** @description A JSON Pointer into the matcher. */
            path: string;
            /** @description What the matcher has there. */
            expected: unknown;
            /** @description What the exchange has there; absent when it has nothing. */
            actual?: unknown;
        };
        Settings: {
            features: components["schemas"]["Features"];
            /** @description As it was written, such as `documented`, `tiny`, `off` or `20/1s`. */
            rate_limit: string;
            /** @description Whether every answer has the X-RateLimit headers. */
            rate_limit_headers: boolean;
            topics: components["schemas"]["Names"];
            senders: components["schemas"]["Names"];
            themes: components["schemas"]["Names"];
            templates: components["schemas"]["Names"];
        };
        /** @description What its plan includes. */
        Features: {
            messages: boolean;
            companies: boolean;
            relationships: boolean;
            events: boolean;
        };
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
        /** @description What the plan includes. */
        FeaturesChange: {
            messages?: boolean | null;
            companies?: boolean | null;
            relationships?: boolean | null;
            events?: boolean | null;
        } | null;
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
        Fault: {
            name: string;
            /** @description The handle; null for every account. */
            account: string | null;
            operation: string | null;
            match: {
                method: string | null;
                path: string | null;
                /** @description With normalised keys; null when it is not looked at. */
                body: unknown;
            };
            from: number;
            every: number;
            times: number | null;
            effect: {
                [key: string]: unknown;
            };
            mark: boolean;
            /** @description Matching requests it was asked about. */
            offered: number;
            fired: number;
            /** @description How many of those went out as the fault wanted. */
            delivered: number;
        };
        FaultList: {
            items: components["schemas"]["Fault"][];
            timelines: components["schemas"]["Timeline"][];
        };
        /** @description A timeline with steps left. */
        Timeline: {
            /** @description The handle; null for everybody's. */
            account: string | null;
            /**
             * Format: date-time
             * @description When its next step is due.
             */
            next_at: string;
        };
        FaultsCleared: {
            cleared: number;
        };
        FaultAtWork: {
            name: string;
            effect: {
                [key: string]: unknown;
            };
            /** @description The delay that was drawn. */
            delay_ms: number;
        };
        Clock: {
            /** Format: date-time */
            now: string;
            /** @enum {string} */
            mode: "system" | "frozen";
            /** @description The handle; null for the time of all who have none of their own. */
            account: string | null;
            /** @description False when the account goes by the time of all. */
            own: boolean;
        };
        ClockOrder: {
            /** @description By push key or handle; absent or null: all without a time of their own. */
            account?: string | null;
            /** @enum {string|null} */
            mode?: "system" | "frozen" | null;
            /** @description RFC 3339. */
            now?: string | null;
            /** @description Milliseconds forward, or `next-window`. */
            advance_ms?: number | "next-window" | null;
        };
        /** @description How the client of one account behaved, as far as the journal tells. */
        Conduct: {
            /** @description The handle. */
            account: string;
            /** @description False when the journal had to drop exchanges of the account. Then nothing that is absent here proves anything, and what seems lost may have arrived. */
            complete: boolean;
            /** @description How many exchanges of the account it rests on. */
            exchanges: number;
            /** @description Those of them whose end is not known yet; nothing is concluded from what has not ended. */
            under_way: number;
            /** @description How many different things were sent: requests with the same operation and the same normalised body are one. */
            items: number;
            /** @description How many findings of each kind there are, those beyond the list too; every kind is named. */
            summary: {
                [key: string]: number;
            };
            /** @description By the first exchange each rests on, at most 100 of a kind. */
            findings: components["schemas"]["Finding"][];
            /** @description How many findings are not listed. */
            findings_dropped: number;
            retry_after: components["schemas"]["RetryAfterConduct"];
            back_off: components["schemas"]["BackOff"];
            /** @description The most requests that were under way at once. */
            peak_concurrency: number;
        };
        /** @description What was done with Retry-After on answers 429 and 503 that reached the client. */
        RetryAfterConduct: {
            /** @description How many such answers had a Retry-After that can be read. */
            asked: number;
            /** @description After how many of them the same was sent again in time. */
            kept: number;
            /** @description How many requests came too early. */
            broken: number;
            /** @description By how much at most; null when none came too early. */
            most_early_ms: number | null;
        };
        /** @description The waits between attempts at one item, without those that a Retry-After asked for. */
        BackOff: {
            /** @description How often something was sent again after a failure, with or without Retry-After. */
            retries: number;
            /** @description The most attempts at one item until it was accepted. */
            most_attempts: number;
            /** @description The longest row of waits between attempts at one item, at most 50. */
            waits_ms: number[];
            /** @description By what factor those waits grow from one to the next; null when there are fewer than two. */
            growth: number | null;
            /** @description Whether chance is in the waits; null when there are too few to tell. */
            jitter: boolean | null;
        };
        /** @enum {string} */
        ConductKind: "retry-after" | "no-growth" | "retried-4xx" | "duplicate-after-success" | "lost" | "gave-up" | "out-of-order" | "no-jitter" | "duplicate-after-unknown" | "too-many-at-once" | "headers";
        Finding: {
            kind: components["schemas"]["ConductKind"];
            /**
             * @description `bad` loses or repeats data or burdens the vendor; a `note` may be meant so.
             * @enum {string}
             */
            level: "bad" | "note";
            /** @description What happened, with its numbers. */
            message: string;
            /** @description The ids of those it rests on, at most 20. */
            exchanges: string[];
            /** @description Null when it is about several. */
            operation: string | null;
            /** @description What was sent, such as `user "user-7"`; null when it is about several. */
            item: string | null;
            /** @description The numbers of the message by name. */
            facts: {
                [key: string]: number;
            };
        };
        /** @description An HTTP Archive, version 1.2. */
        Archive: {
            [key: string]: unknown;
        };
        Reset: {
            /** @description By push key or handle; absent or null: all. */
            account?: string | null;
            /** @description Absent or null: all but the settings. */
            what?: components["schemas"]["ResetPart"][] | null;
        };
        /** @enum {string} */
        ResetPart: "state" | "journal" | "faults" | "clock" | "limits" | "settings";
        ResetDone: {
            reset: components["schemas"]["ResetPart"][];
            /** @description The handle; null for all accounts. */
            account: string | null;
        };
    };
    responses: {
        /** @description The stand-in has a token, and the request does not show it. */
        TokenWanted: {
            headers: {
                /** @description Always `Bearer`. */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "token_wanted",
                 *         "message": "The desk wants its token here: send `Authorization: Bearer TOKEN`.",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description There are as many accounts or faults as can be kept, or the disk does not take what has to be written. */
        NoRoom: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "no_room",
                 *         "message": "10000 faults are armed already, and there is no room for more; clear some first.",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The path, a query parameter or the body is not what it has to be. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Origin` is not the desk's own, another site sent it, or, without a token, the `Host` is not a loopback name. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "foreign_origin",
                 *         "message": "The desk answers pages of its own origin only, not \"https://example.org\".",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such account, and it cannot be opened by naming it. */
        UnknownAccount: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "unknown_account",
                 *         "message": "This key is none of those the stand-in was started with.",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than the desk reads. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "body_too_large",
                 *         "message": "The body has 204800 bytes; the desk reads at most 102400.",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Our own code failed. That is a bug of the stand-in, never of its user. */
        Crashed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "error": {
                 *         "code": "crashed",
                 *         "message": "The desk itself failed on this request: x is not a function.",
                 *         "path": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The push key of an account, percent-encoded, or its handle.
         * @example acct_1f0a9d1c5b7e
         */
        AccountInPath: string;
        /**
         * @description Only exchanges of this account, by push key or handle.
         * @example acct_1f0a9d1c5b7e
         */
        AccountFilter: string;
        /**
         * @description Only exchanges that led to this operation, by its id in the simulated API.
         * @example pushUser
         */
        Operation: string;
        /**
         * @description Only exchanges answered with this status.
         * @example 202
         */
        Status: number;
        /**
         * @description Only exchanges that came after the one with this id; it need not be in the journal any more.
         * @example ex_0000000041
         */
        Since: string;
        /**
         * @description Only exchanges that have a diagnostic with this code.
         * @example unknown-attribute
         */
        Diagnostic: string;
        /**
         * @description Only what has this identifier, or belongs to a user or company that has it.
         * @example user-7
         */
        Identifier: string;
        /**
         * @description Only what has this email address, or belongs to a user who has it; case does not matter.
         * @example ada@example.com
         */
        Email: string;
        /**
         * @description Only what has this name.
         * @example report_exported
         */
        Name: string;
        /** @description How many entries a page has at most. */
        Limit: number;
        /**
         * @description Continues behind this entry; the `next` of the page before.
         * @example 7
         */
        AfterStored: string;
        /**
         * @description Only those for this account alone, by push key or handle.
         * @example acct_1f0a9d1c5b7e
         */
        FaultAccount: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that can be asked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paths": [
                     *         "GET /_control/clock",
                     *         "POST /_control/clock"
                     *       ],
                     *       "operations": [
                     *         {
                     *           "id": "getClock",
                     *           "method": "GET",
                     *           "path": "/_control/clock",
                     *           "summary": "Tell the time",
                     *           "query": [
                     *             "account"
                     *           ],
                     *           "body": []
                     *         },
                     *         {
                     *           "id": "steerClock",
                     *           "method": "POST",
                     *           "path": "/_control/clock",
                     *           "summary": "Stop, set or advance the time",
                     *           "query": [],
                     *           "body": [
                     *             "account",
                     *             "mode",
                     *             "now",
                     *             "advance_ms"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Index"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Crashed"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It listens and holds whatever it was to be seeded with. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "version": "0.1.0",
                     *       "service": "userlist",
                     *       "journal": {
                     *         "exchanges": 12,
                     *         "dropped": 0
                     *       },
                     *       "accounts": {
                     *         "count": 1,
                     *         "evicted": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            400: components["responses"]["BadRequest"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Crashed"];
            /** @description It is still starting. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "starting",
                     *       "version": "0.1.0",
                     *       "service": "userlist",
                     *       "journal": {
                     *         "exchanges": 0,
                     *         "dropped": 0
                     *       },
                     *       "accounts": {
                     *         "count": 0,
                     *         "evicted": 0
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind the account with this handle; the `next` of the page before.
                 * @example acct_1f0a9d1c5b7e
                 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "account": "acct_1f0a9d1c5b7e",
                     *           "masked_key": "••••7c21",
                     *           "configured": false,
                     *           "requests": 12,
                     *           "counts": {
                     *             "users": 3,
                     *             "companies": 1,
                     *             "relationships": 2,
                     *             "events": 9,
                     *             "messages": 0
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Crashed"];
        };
    };
    getAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it holds and what its rate limit has to say. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": "acct_1f0a9d1c5b7e",
                     *       "masked_key": "••••7c21",
                     *       "configured": false,
                     *       "requests": 12,
                     *       "counts": {
                     *         "users": 3,
                     *         "companies": 1,
                     *         "relationships": 2,
                     *         "events": 9,
                     *         "messages": 0
                     *       },
                     *       "limiter": {
                     *         "used": 12,
                     *         "limit": 1000,
                     *         "began_at": "2025-03-14T09:26:53.589Z",
                     *         "resets_at": "2025-03-14T09:27:53.589Z",
                     *         "why": "988 of 1000 requests are left until the window ends.",
                     *         "last_refusal": null
                     *       },
                     *       "settings": {
                     *         "features": {
                     *           "messages": true,
                     *           "companies": true,
                     *           "relationships": true,
                     *           "events": true
                     *         },
                     *         "rate_limit": "documented",
                     *         "rate_limit_headers": false,
                     *         "topics": null,
                     *         "senders": null,
                     *         "themes": null,
                     *         "templates": null
                     *       },
                     *       "clock": {
                     *         "now": "2025-03-14T09:26:54.000Z",
                     *         "mode": "system",
                     *         "account": null,
                     *         "own": false
                     *       },
                     *       "magic": null
                     *     }
                     */
                    "application/json": components["schemas"]["AccountDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    removeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, or empty. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "removed": "acct_1f0a9d1c5b7e"
                     *     }
                     */
                    "application/json": components["schemas"]["Removed"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
            503: components["responses"]["NoRoom"];
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What applies to it, defaults included. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "features": {
                     *         "messages": true,
                     *         "companies": true,
                     *         "relationships": true,
                     *         "events": true
                     *       },
                     *       "rate_limit": "documented",
                     *       "rate_limit_headers": false,
                     *       "topics": null,
                     *       "senders": null,
                     *       "themes": null,
                     *       "templates": [
                     *         "welcome",
                     *         "receipt"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    putSettings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsChange"];
            };
        };
        responses: {
            /** @description What applies to it now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "features": {
                     *         "messages": false,
                     *         "companies": true,
                     *         "relationships": true,
                     *         "events": true
                     *       },
                     *       "rate_limit": "documented",
                     *       "rate_limit_headers": false,
                     *       "topics": null,
                     *       "senders": null,
                     *       "themes": null,
                     *       "templates": null
                     *     }
                     */
                    "application/json": components["schemas"]["Settings"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
            503: components["responses"]["NoRoom"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this identifier, or belongs to a user or company that has it.
                 * @example user-7
                 */
                identifier?: components["parameters"]["Identifier"];
                /**
                 * @description Only what has this email address, or belongs to a user who has it; case does not matter.
                 * @example ada@example.com
                 */
                email?: components["parameters"]["Email"];
                /**
                 * @description Only what has this name.
                 * @example report_exported
                 */
                name?: components["parameters"]["Name"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this entry; the `next` of the page before.
                 * @example 7
                 */
                after?: components["parameters"]["AfterStored"];
            };
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of users. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "identifier": "user-7",
                     *           "email": "ada@example.com",
                     *           "signed_up_at": "2025-03-14T09:26:53Z",
                     *           "last_seen_at": null,
                     *           "properties": {
                     *             "plan": "trial",
                     *             "trial_ends_at": "2025-03-28T00:00:00Z"
                     *           },
                     *           "timestamps": [
                     *             "/trial_ends_at"
                     *           ],
                     *           "preferences": [
                     *             {
                     *               "topic": "product-news",
                     *               "subscribed": false
                     *             }
                     *           ],
                     *           "relationships": [
                     *             {
                     *               "user": "user-7",
                     *               "company": "company-3",
                     *               "properties": {
                     *                 "role": "owner"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this identifier, or belongs to a user or company that has it.
                 * @example user-7
                 */
                identifier?: components["parameters"]["Identifier"];
                /**
                 * @description Only what has this email address, or belongs to a user who has it; case does not matter.
                 * @example ada@example.com
                 */
                email?: components["parameters"]["Email"];
                /**
                 * @description Only what has this name.
                 * @example report_exported
                 */
                name?: components["parameters"]["Name"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this entry; the `next` of the page before.
                 * @example 7
                 */
                after?: components["parameters"]["AfterStored"];
            };
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of companies. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "identifier": "company-3",
                     *           "name": "Harbor Books",
                     *           "signed_up_at": "2025-03-14T09:26:53Z",
                     *           "last_seen_at": null,
                     *           "properties": {
                     *             "industry": "publishing"
                     *           },
                     *           "timestamps": [],
                     *           "relationships": [
                     *             {
                     *               "user": "user-7",
                     *               "company": "company-3",
                     *               "properties": {
                     *                 "role": "owner"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["CompanyList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    listRelationships: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this identifier, or belongs to a user or company that has it.
                 * @example user-7
                 */
                identifier?: components["parameters"]["Identifier"];
                /**
                 * @description Only what has this email address, or belongs to a user who has it; case does not matter.
                 * @example ada@example.com
                 */
                email?: components["parameters"]["Email"];
                /**
                 * @description Only what has this name.
                 * @example report_exported
                 */
                name?: components["parameters"]["Name"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this entry; the `next` of the page before.
                 * @example 7
                 */
                after?: components["parameters"]["AfterStored"];
            };
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of relationships. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "user": "user-7",
                     *           "company": "company-3",
                     *           "properties": {
                     *             "role": "owner"
                     *           }
                     *         },
                     *         {
                     *           "user": {
                     *             "email": "grace@example.com"
                     *           },
                     *           "company": "company-3",
                     *           "properties": {}
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["RelationshipList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this identifier, or belongs to a user or company that has it.
                 * @example user-7
                 */
                identifier?: components["parameters"]["Identifier"];
                /**
                 * @description Only what has this email address, or belongs to a user who has it; case does not matter.
                 * @example ada@example.com
                 */
                email?: components["parameters"]["Email"];
                /**
                 * @description Only what has this name.
                 * @example report_exported
                 */
                name?: components["parameters"]["Name"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this entry; the `next` of the page before.
                 * @example 7
                 */
                after?: components["parameters"]["AfterStored"];
            };
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "report_exported",
                     *           "user": "user-7",
                     *           "company": null,
                     *           "occurred_at": "2025-03-14T09:26:53.589Z",
                     *           "properties": {
                     *             "pages": 12
                     *           }
                     *         }
                     *       ],
                     *       "next": "7"
                     *     }
                     */
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description Only what has this identifier, or belongs to a user or company that has it.
                 * @example user-7
                 */
                identifier?: components["parameters"]["Identifier"];
                /**
                 * @description Only what has this email address, or belongs to a user who has it; case does not matter.
                 * @example ada@example.com
                 */
                email?: components["parameters"]["Email"];
                /**
                 * @description Only what has this name.
                 * @example report_exported
                 */
                name?: components["parameters"]["Name"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this entry; the `next` of the page before.
                 * @example 7
                 */
                after?: components["parameters"]["AfterStored"];
            };
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "msg_0000000001",
                     *           "user": "user-7",
                     *           "template": "welcome",
                     *           "properties": {
                     *             "first_name": "Ada"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    listExchanges: {
        parameters: {
            query?: {
                /**
                 * @description Only exchanges of this account, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["AccountFilter"];
                /**
                 * @description Only exchanges that led to this operation, by its id in the simulated API.
                 * @example pushUser
                 */
                operation?: components["parameters"]["Operation"];
                /**
                 * @description Only exchanges answered with this status.
                 * @example 202
                 */
                status?: components["parameters"]["Status"];
                /**
                 * @description Only exchanges that came after the one with this id; it need not be in the journal any more.
                 * @example ex_0000000041
                 */
                since?: components["parameters"]["Since"];
                /**
                 * @description Only exchanges that have a diagnostic with this code.
                 * @example unknown-attribute
                 */
                diagnostic?: components["parameters"]["Diagnostic"];
                /** @description How many entries a page has at most. */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Continues behind this exchange; the `next` of the page before.
                 * @example ex_0000000042
                 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of exchanges. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null,
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ExchangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    waitForExchanges: {
        parameters: {
            query?: {
                /**
                 * @description Only exchanges of this account, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["AccountFilter"];
                /**
                 * @description Only exchanges that led to this operation, by its id in the simulated API.
                 * @example pushUser
                 */
                operation?: components["parameters"]["Operation"];
                /**
                 * @description Only exchanges answered with this status.
                 * @example 202
                 */
                status?: components["parameters"]["Status"];
                /**
                 * @description Only exchanges that came after the one with this id; it need not be in the journal any more.
                 * @example ex_0000000041
                 */
                since?: components["parameters"]["Since"];
                /**
                 * @description Only exchanges that have a diagnostic with this code.
                 * @example unknown-attribute
                 */
                diagnostic?: components["parameters"]["Diagnostic"];
                /** @description How many exchanges have to match. */
                count?: number;
                /** @description After how many milliseconds to give up; 0 asks how it stands now. */
                timeout_ms?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Enough exchanges match. `items` begins with the oldest of them; where `next` is not null, the rest comes
             *     from `GET /_control/exchanges` with the same filters and that `after`. Where `dropped` is not 0, some of
             *     those that came may have had to make room, so that fewer are shown than were waited for.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null,
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ExchangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            /**
             * @description Time is up; the message says how many came, what came instead, what came closest and where it differs, and
             *     how many exchanges the journal dropped.
             */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "wait_timed_out",
                     *         "message": "1 of 2 exchanges with operation pushUser and status 202 came within 5000 ms. Instead came: 1 × pushUser 422. Closest is ex_0000000042 (pushUser 422): /status is 422, not 202.",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Crashed"];
            /** @description The stand-in is stopping, or too many requests wait already. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "stopping",
                     *         "message": "The stand-in is stopping; nothing more will come.",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    waitForMatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description No body waits for any exchange at all. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WaitOrder"];
            };
        };
        responses: {
            /**
             * @description Enough exchanges match. `items` begins with the oldest of them; where `next` is not null, the rest comes
             *     from `GET /_control/exchanges` with the same filters and that `after`. Where `dropped` is not 0, some of
             *     those that came may have had to make room, so that fewer are shown than were waited for.
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [],
                     *       "next": null,
                     *       "dropped": 0
                     *     }
                     */
                    "application/json": components["schemas"]["ExchangeList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            /**
             * @description Time is up; the message says how many came, what came instead, what came closest and where it differs, and
             *     how many exchanges the journal dropped.
             */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "wait_timed_out",
                     *         "message": "1 of 2 exchanges with operation pushUser and status 202 came within 5000 ms. Instead came: 1 × pushUser 422. Closest is ex_0000000042 (pushUser 422): /status is 422, not 202.",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
            /** @description The stand-in is stopping, or too many requests wait already. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "stopping",
                     *         "message": "The stand-in is stopping; nothing more will come.",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countExchanges: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description No body counts everything. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CountOrder"];
            };
        };
        responses: {
            /** @description How many match, and what came closest when none does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            /** @description It is not so, or it cannot be told because exchanges were dropped. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "expectation_failed",
                     *         "message": "Exactly 1 exchange with operation pushEvent and status 202 was expected, but there is none. Instead came: 1 × pushEvent 422. Closest is ex_0000000042 (pushEvent 422): /status is 422, not 202.",
                     *         "path": "/exactly"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
        };
    };
    streamExchanges: {
        parameters: {
            query?: {
                /**
                 * @description Only exchanges of this account, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["AccountFilter"];
                /**
                 * @description Only exchanges that led to this operation, by its id in the simulated API.
                 * @example pushUser
                 */
                operation?: components["parameters"]["Operation"];
                /**
                 * @description Only exchanges answered with this status.
                 * @example 202
                 */
                status?: components["parameters"]["Status"];
                /**
                 * @description Only exchanges that came after the one with this id; it need not be in the journal any more.
                 * @example ex_0000000041
                 */
                since?: components["parameters"]["Since"];
                /**
                 * @description Only exchanges that have a diagnostic with this code.
                 * @example unknown-attribute
                 */
                diagnostic?: components["parameters"]["Diagnostic"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events until the reader leaves. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example event: exchange
                     *     id: ex_0000000042
                     *     data: {"id":"ex_0000000042","received_at":"2025-03-14T09:26:53.589Z"}
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
            /** @description The stand-in is stopping, or too many requests follow the journal already. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "stopping",
                     *         "message": "The stand-in is stopping; nothing more will come.",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExchange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The id of an exchange.
                 * @example ex_0000000042
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchange. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ex_0000000042",
                     *       "received_at": "2025-03-14T09:26:53.589Z",
                     *       "door": "fastify",
                     *       "host": "localhost:4010",
                     *       "account": "acct_1f0a9d1c5b7e",
                     *       "operation": "pushUser",
                     *       "method": "POST",
                     *       "path": "/users",
                     *       "request": {
                     *         "headers": [
                     *           {
                     *             "name": "Host",
                     *             "value": "localhost:4010"
                     *           },
                     *           {
                     *             "name": "Authorization",
                     *             "value": "Push ••••7c21"
                     *           },
                     *           {
                     *             "name": "Content-Type",
                     *             "value": "application/json"
                     *           }
                     *         ],
                     *         "body": {
                     *           "identifier": "user-7",
                     *           "properties": {
                     *             "plan": "pro"
                     *           }
                     *         },
                     *         "raw": "{\"identifier\":\"user-7\",\"properties\":{\"Plan\":\"pro\"}}",
                     *         "bytes": 51,
                     *         "complete": true
                     *       },
                     *       "answer": {
                     *         "status": 202,
                     *         "headers": [
                     *           {
                     *             "name": "Content-Length",
                     *             "value": "0"
                     *           }
                     *         ],
                     *         "body": "",
                     *         "code": null,
                     *         "errors": [],
                     *         "reason": null
                     *       },
                     *       "delivered": "full",
                     *       "fault": null,
                     *       "limiter": {
                     *         "used": 12,
                     *         "limit": 1000,
                     *         "began_at": "2025-03-14T09:26:53.589Z",
                     *         "resets_at": "2025-03-14T09:27:53.589Z",
                     *         "why": "988 of 1000 requests are left until the window ends."
                     *       },
                     *       "diagnostics": [
                     *         {
                     *           "code": "renamed-key",
                     *           "level": "info",
                     *           "path": "/properties/plan",
                     *           "message": "\"Plan\" is stored as \"plan\".",
                     *           "evidence": "documented"
                     *         }
                     *       ],
                     *       "changes": [
                     *         {
                     *           "kind": "created",
                     *           "resource": "user",
                     *           "key": "user-7",
                     *           "before": null,
                     *           "after": {
                     *             "identifier": "user-7"
                     *           }
                     *         }
                     *       ],
                     *       "own_ms": 0.142,
                     *       "injected_ms": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Exchange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            /** @description The journal has no exchange with this id, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": {
                     *         "code": "unknown_exchange",
                     *         "message": "The journal has no exchange \"ex_0000000042\".",
                     *         "path": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Problem"];
                };
            };
            500: components["responses"]["Crashed"];
        };
    };
    listFaults: {
        parameters: {
            query?: {
                /**
                 * @description Only those for this account alone, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["FaultAccount"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first, with their counters. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "fault_0000000001",
                     *           "account": null,
                     *           "operation": "pushUser",
                     *           "match": {
                     *             "method": null,
                     *             "path": null,
                     *             "body": null
                     *           },
                     *           "from": 1,
                     *           "every": 1,
                     *           "times": 2,
                     *           "effect": {
                     *             "status": 503
                     *           },
                     *           "mark": false,
                     *           "offered": 1,
                     *           "fired": 1,
                     *           "delivered": 1
                     *         }
                     *       ],
                     *       "timelines": []
                     *     }
                     */
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    armFault: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaultOrder"];
            };
        };
        responses: {
            /** @description What is armed now by this order, and the timeline that was begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "fault_0000000001",
                     *           "account": null,
                     *           "operation": "pushUser",
                     *           "match": {
                     *             "method": null,
                     *             "path": null,
                     *             "body": null
                     *           },
                     *           "from": 1,
                     *           "every": 1,
                     *           "times": 2,
                     *           "effect": {
                     *             "status": 503
                     *           },
                     *           "mark": false,
                     *           "offered": 0,
                     *           "fired": 0,
                     *           "delivered": 0
                     *         }
                     *       ],
                     *       "timelines": []
                     *     }
                     */
                    "application/json": components["schemas"]["FaultList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
            503: components["responses"]["NoRoom"];
        };
    };
    clearFaults: {
        parameters: {
            query?: {
                /**
                 * @description Only the one with this name.
                 * @example down
                 */
                name?: string;
                /**
                 * @description Only those for this account alone, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["FaultAccount"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many there were. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cleared": 1
                     *     }
                     */
                    "application/json": components["schemas"]["FaultsCleared"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    getClock: {
        parameters: {
            query?: {
                /**
                 * @description The time of this account, by push key or handle; without it, that of all who have none of their own.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The time and whether it runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2025-03-14T09:26:53.589Z",
                     *       "mode": "system",
                     *       "account": null,
                     *       "own": true
                     *     }
                     */
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    steerClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockOrder"];
            };
        };
        responses: {
            /** @description The time it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2025-03-14T09:27:53.589Z",
                     *       "mode": "frozen",
                     *       "account": null,
                     *       "own": true
                     *     }
                     */
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
            503: components["responses"]["NoRoom"];
        };
    };
    getConduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The push key of an account, percent-encoded, or its handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account: components["parameters"]["AccountInPath"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "account": "acct_1f0a9d1c5b7e",
                     *       "complete": true,
                     *       "exchanges": 3,
                     *       "under_way": 0,
                     *       "items": 1,
                     *       "summary": {
                     *         "retry-after": 1,
                     *         "no-growth": 0,
                     *         "retried-4xx": 0,
                     *         "duplicate-after-success": 0,
                     *         "lost": 0,
                     *         "gave-up": 0,
                     *         "out-of-order": 0,
                     *         "no-jitter": 0,
                     *         "duplicate-after-unknown": 0,
                     *         "too-many-at-once": 0,
                     *         "headers": 0
                     *       },
                     *       "findings": [
                     *         {
                     *           "kind": "retry-after",
                     *           "level": "bad",
                     *           "message": "Sent again after 1 s where Retry-After asked for 60 s: 59 s too early.",
                     *           "exchanges": [
                     *             "ex_0000000001",
                     *             "ex_0000000002"
                     *           ],
                     *           "operation": "pushUser",
                     *           "item": "user \"user-7\"",
                     *           "facts": {
                     *             "asked_ms": 60000,
                     *             "waited_ms": 1000,
                     *             "early_ms": 59000
                     *           }
                     *         }
                     *       ],
                     *       "findings_dropped": 0,
                     *       "retry_after": {
                     *         "asked": 2,
                     *         "kept": 1,
                     *         "broken": 1,
                     *         "most_early_ms": 59000
                     *       },
                     *       "back_off": {
                     *         "retries": 2,
                     *         "most_attempts": 3,
                     *         "waits_ms": [],
                     *         "growth": null,
                     *         "jitter": null
                     *       },
                     *       "peak_concurrency": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Conduct"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    exportJournal: {
        parameters: {
            query?: {
                /** @description HTTP Archive 1.2, or an exchange a line. */
                format?: "har" | "ndjson";
                /**
                 * @description Only exchanges of this account, by push key or handle.
                 * @example acct_1f0a9d1c5b7e
                 */
                account?: components["parameters"]["AccountFilter"];
                /**
                 * @description Only exchanges that led to this operation, by its id in the simulated API.
                 * @example pushUser
                 */
                operation?: components["parameters"]["Operation"];
                /**
                 * @description Only exchanges answered with this status.
                 * @example 202
                 */
                status?: components["parameters"]["Status"];
                /**
                 * @description Only exchanges that came after the one with this id; it need not be in the journal any more.
                 * @example ex_0000000041
                 */
                since?: components["parameters"]["Since"];
                /**
                 * @description Only exchanges that have a diagnostic with this code.
                 * @example unknown-attribute
                 */
                diagnostic?: components["parameters"]["Diagnostic"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The exchanges, oldest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    /**
                     * @example {
                     *       "log": {
                     *         "version": "1.2",
                     *         "creator": {
                     *           "name": "understudy",
                     *           "version": "0.1.0"
                     *         },
                     *         "entries": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Archive"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            500: components["responses"]["Crashed"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text format of Prometheus. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example # TYPE understudy_requests_total counter
                     *     understudy_requests_total{operation="pushUser",status="202",code="",fault="",delivered="full"} 12
                     */
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            500: components["responses"]["Crashed"];
        };
    };
    reset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description No body resets everything, for all accounts. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reset"];
            };
        };
        responses: {
            /** @description What was forgotten. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reset": [
                     *         "state",
                     *         "journal",
                     *         "faults",
                     *         "clock",
                     *         "limits"
                     *       ],
                     *       "account": null
                     *     }
                     */
                    "application/json": components["schemas"]["ResetDone"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["TokenWanted"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UnknownAccount"];
            413: components["responses"]["TooLarge"];
            500: components["responses"]["Crashed"];
            503: components["responses"]["NoRoom"];
        };
    };
}
