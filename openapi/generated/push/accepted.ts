// Generated from push-api.yaml by `npm run generate`. Change that file, not this one.

export interface paths {
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a user
         * @description Creates the user or changes the one already there. Only the attributes in the payload change; `null`
         *     takes a value away. Companies and relationships in the payload are created or updated along with it.
         */
        post: operations["pushUser"];
        /**
         * Delete a user
         * @description Removes the user together with their relationships, events and messages. A user nobody knows is no error.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a company
         * @description Creates the company or changes the one already there. Only the attributes in the payload change; `null`
         *     takes a value away. Users and relationships in the payload are created or updated along with it.
         */
        post: operations["pushCompany"];
        /**
         * Delete a company
         * @description Removes the company together with its relationships and events. Its users stay. A company nobody knows is
         *     no error.
         */
        delete: operations["deleteCompany"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update a relationship
         * @description Relates a user to a company, or changes what is known about the two. Either end may be an identifier or a
         *     whole record, which is then created or updated along with it.
         */
        post: operations["pushRelationship"];
        /**
         * Delete a relationship
         * @description Separates a user from a company. Both stay as they are. A relationship nobody knows is no error.
         */
        delete: operations["deleteRelationship"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an event
         * @description Records something a user did, a company did, or a user did on behalf of a company. Records embedded in the
         *     payload are created or updated along with it.
         */
        post: operations["pushEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message
         * @description Sends one message to one recipient, either from a template kept in the account or with a subject and body
         *     of its own.
         */
        post: operations["pushMessage"];
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
        /** @description A person. Needs an identifier or an email. */
        User: components["schemas"]["NamesUser"] & components["schemas"]["UserAttributes"];
        /** @description All that can be said about a user. */
        UserAttributes: {
            /** @description What your own system calls the user, unique in the account. Required unless `email` is given. */
            identifier?: components["schemas"]["Identifier"];
            /** @description Where the user gets mail; `null` takes it away. Required unless `identifier` is given. */
            email?: components["schemas"]["Email"];
            /** @description The names other systems have for the user; scope `custom` means the `identifier`. */
            identifiers?: components["schemas"]["Identifiers"];
            /** @description When the user signed up. A new user signs up now unless this says otherwise. */
            signed_up_at?: components["schemas"]["Timestamp"];
            /** @description When the user was last active. Every event of the user moves it. */
            last_seen_at?: components["schemas"]["Timestamp"];
            /** @description Your own data about the user. */
            properties?: components["schemas"]["Properties"];
            /** @description Companies of the user, each with what is to be known about the two. Those not listed stay. */
            relationships?: components["schemas"]["UserRelationship"][] | null;
            /** @description A company of the user; short for one relationship without properties. */
            company?: components["schemas"]["CompanyReference"];
            /** @description Companies of the user; short for that many relationships without properties. */
            companies?: components["schemas"]["CompanyReference"][] | null;
            /** @description What the user wants to hear about. Topics not listed stay as they are. */
            preferences?: components["schemas"]["Preference"][] | null;
        };
        /** @description One relationship, seen from its user. Needs a company. */
        UserRelationship: {
            /** @description The company, by identifier or as a whole. Required. */
            company?: components["schemas"]["CompanyReference"];
            /** @description The user this is listed under, once more. Anyone else named here is passed over. */
            user?: components["schemas"]["UserReference"];
            /** @description Your own data about the user in this company, such as a role. */
            properties?: components["schemas"]["Properties"];
        } & {
            company: components["schemas"]["GivenCompany"];
        };
        /** @description A user, by identifier or as a whole. One that is unknown is created. */
        UserReference: (string | number | null) | (components["schemas"]["NamesUser"] & components["schemas"]["UserAttributes"]) | Record<string, never>;
        /** @description Which user to delete. Attributes that do not identify anyone are not looked at. */
        UserDeletion: components["schemas"]["NamesUser"] & components["schemas"]["UserIdentity"];
        /** @description A user, by identifier or as a whole, of which only the identifying attributes are looked at. */
        UserMention: (string | number | null) | (components["schemas"]["NamesUser"] & components["schemas"]["UserIdentity"]) | Record<string, never>;
        /** @description The attributes a user is told by. */
        UserIdentity: {
            /** @description What your own system calls the user. Required unless `email` is given. */
            identifier?: components["schemas"]["Identifier"];
            /** @description The email of the user. Required unless `identifier` is given. */
            email?: components["schemas"]["Email"];
            /** @description The names other systems have for the user; scope `custom` means the `identifier`. */
            identifiers?: components["schemas"]["Identifiers"];
        };
        /** @description Has something a user can be told by. */
        NamesUser: {
            identifier: components["schemas"]["GivenIdentifier"];
        } | {
            email: components["schemas"]["GivenText"];
        } | {
            identifiers: components["schemas"]["NamesCustom"];
        };
        /** @description An organisation. Needs an identifier. */
        Company: components["schemas"]["NamesCompany"] & components["schemas"]["CompanyAttributes"];
        /** @description All that can be said about a company. */
        CompanyAttributes: {
            /** @description What your own system calls the company, unique in the account. Required. */
            identifier?: components["schemas"]["Identifier"];
            /** @description The names other systems have for the company; scope `custom` means the `identifier`. */
            identifiers?: components["schemas"]["Identifiers"];
            /** @description What people call the company; `null` takes it away. */
            name?: string | null;
            /** @description When the company signed up. A new company signs up now unless this says otherwise. */
            signed_up_at?: components["schemas"]["Timestamp"];
            /** @description When the company was last active. */
            last_seen_at?: components["schemas"]["Timestamp"];
            /** @description Your own data about the company. */
            properties?: components["schemas"]["Properties"];
            /** @description Users of the company, each with what is to be known about the two. Those not listed stay. */
            relationships?: components["schemas"]["CompanyRelationship"][] | null;
            /** @description A user of the company; short for one relationship without properties. */
            user?: components["schemas"]["UserReference"];
            /** @description Users of the company; short for that many relationships without properties. */
            users?: components["schemas"]["UserReference"][] | null;
        };
        /** @description One relationship, seen from its company. Needs a user. */
        CompanyRelationship: {
            /** @description The user, by identifier or as a whole. Required. */
            user?: components["schemas"]["UserReference"];
            /** @description The company this is listed under, once more. Any other named here is passed over. */
            company?: components["schemas"]["CompanyReference"];
            /** @description Your own data about the user in this company, such as a role. */
            properties?: components["schemas"]["Properties"];
        } & {
            user: components["schemas"]["GivenUser"];
        };
        /** @description A company, by identifier or as a whole. One that is unknown is created. */
        CompanyReference: (string | number | null) | (components["schemas"]["NamesCompany"] & components["schemas"]["CompanyAttributes"]) | Record<string, never>;
        /** @description Which company to delete. Attributes that do not identify one are not looked at. */
        CompanyDeletion: components["schemas"]["NamesCompany"] & components["schemas"]["CompanyIdentity"];
        /** @description A company, by identifier or as a whole, of which only the identifying attributes are looked at. */
        CompanyMention: (string | number | null) | (components["schemas"]["NamesCompany"] & components["schemas"]["CompanyIdentity"]) | Record<string, never>;
        /** @description The attributes a company is told by. */
        CompanyIdentity: {
            /** @description What your own system calls the company. Required. */
            identifier?: components["schemas"]["Identifier"];
            /** @description The names other systems have for the company; scope `custom` means the `identifier`. */
            identifiers?: components["schemas"]["Identifiers"];
        };
        /** @description Has something a company can be told by. */
        NamesCompany: {
            identifier: components["schemas"]["GivenIdentifier"];
        } | {
            identifiers: components["schemas"]["NamesCustom"];
        };
        /** @description A user and a company that belong together. Needs both. */
        Relationship: {
            /** @description The user, by identifier or as a whole. Required. */
            user?: components["schemas"]["UserReference"];
            /** @description The company, by identifier or as a whole. Required. */
            company?: components["schemas"]["CompanyReference"];
            /** @description Your own data about the user in this company, such as a role. */
            properties?: components["schemas"]["Properties"];
        } & ({
            user: components["schemas"]["GivenUser"];
        } & {
            company: components["schemas"]["GivenCompany"];
        });
        /** @description Which relationship to delete. Nothing at either end is created or changed. */
        RelationshipDeletion: {
            /** @description The user at one end. Required. */
            user?: components["schemas"]["UserMention"];
            /** @description The company at the other end. Required. */
            company?: components["schemas"]["CompanyMention"];
        } & ({
            user: components["schemas"]["GivenUser"];
        } & {
            company: components["schemas"]["GivenCompany"];
        });
        /** @description Something that happened. Needs a name, and a user or a company. */
        Event: {
            /** @description Who did it, by identifier or as a whole. Required unless `company` is given. */
            user?: components["schemas"]["UserReference"];
            /** @description The company it was done by or for, by identifier or as a whole. Required unless `user` is given. */
            company?: components["schemas"]["CompanyReference"];
            /** @description What happened; kept in snake_case. Required. */
            name?: components["schemas"]["Text"];
            /** @description When it happened; now unless this says otherwise. */
            occurred_at?: components["schemas"]["Timestamp"];
            /** @description An old misspelling of `occurred_at`, which wins when both are there. */
            occured_at?: components["schemas"]["Timestamp"];
            /** @description Your own data about what happened. */
            properties?: components["schemas"]["Properties"];
        } & (({
            user: components["schemas"]["GivenUser"];
        } | {
            company: components["schemas"]["GivenCompany"];
        }) & {
            name: components["schemas"]["GivenText"];
        });
        /** @description A message to one recipient. Needs someone to go to, and a template or a subject and body. */
        Message: {
            /** @description Who gets it, by identifier or as a whole. Required on the web, and by email unless `to` is given. */
            user?: components["schemas"]["UserReference"];
            /** @description The company it is about, by identifier or as a whole. */
            company?: components["schemas"]["CompanyReference"];
            /** @description A template of the account, which fills the gaps. Required without a `subject` and `body`. */
            template?: components["schemas"]["Text"];
            /** @description Your own data for the text, which reads it as `event`. */
            properties?: components["schemas"]["Properties"];
            /** @description Which way it goes; by email unless this says otherwise. */
            channel?: components["schemas"]["Channel"];
            /** @description The address it goes to. Required by email unless `user` is given; not allowed on the web. */
            to?: components["schemas"]["Mailboxes"];
            /** @description The address it comes from. Email only. */
            from?: components["schemas"]["Mailboxes"];
            /** @description The address answers go to. Email only. */
            reply_to?: components["schemas"]["Mailboxes"];
            /** @description The subject line; may hold Liquid. Required unless `template` is given. */
            subject?: components["schemas"]["Text"];
            /** @description The line mail programs show next to the subject; may hold Liquid. Email only. */
            preheader?: components["schemas"]["Text"];
            /** @description What it says; may hold Liquid. Required unless `template` is given. */
            body?: components["schemas"]["MessageBody"];
            /** @description A sender of the account. When absent, that of the template, else the usual one. */
            sender?: components["schemas"]["Text"];
            /** @description A theme of the account; `false` for none. When absent, that of the template, else the usual one. */
            theme?: components["schemas"]["Theme"];
            /** @description A topic of the account. When absent, that of the template, else the usual one. */
            topic?: components["schemas"]["Text"];
        } & (unknown & unknown);
        /** @description What a message takes from its account, each by a name that exists there. */
        NamesInAccount: {
            template?: unknown;
        } & {
            sender?: unknown;
        } & {
            theme?: unknown;
        } & {
            topic?: unknown;
        };
        /** @description What a message says, as one text or in several parts. */
        MessageBody: null | ({
            /**
             * @description How to read the content. Required.
             * @enum {unknown}
             */
            type: "html" | "text" | "multipart";
        } & unknown) | Record<string, never>;
        /** @description One of the parts a message consists of. */
        MessagePart: {
            /**
             * @description What kind of text the part is. Required.
             * @enum {string}
             */
            type: "html" | "text";
            /** @description The text of the part. Required. */
            content: string;
        };
        /**
         * @description The way a message takes.
         * @default email
         */
        Channel: ("email" | "web") | null;
        /** @description The look of a message; `false` for none. */
        Theme: string | false | null;
        /** @description Whether a user wants to hear about one topic. Needs both attributes. */
        Preference: {
            /** @description The identifier of the topic. Required. */
            topic: string;
        } & {
            /** @description Whether the user is subscribed to it. Required. */
            subscribed: boolean;
        };
        /** @description Your own data: strings, numbers, booleans, lists and objects. `null` takes a property away, objects merge into what is there, lists take its place. */
        Properties: {
            [key: string]: unknown;
        } | (unknown[] | null);
        /** @description A name one record has in an account. 42 and "42" are the same one. */
        Identifier: string | number | null;
        /** @description The names other systems have for one record. */
        Identifiers: {
            /** @description Where the name is used; only `custom` is understood. */
            scope?: string | null;
            /** @description The name. */
            identifier?: components["schemas"]["Identifier"];
        }[] | null;
        /** @description Holds a name of scope `custom`. */
        NamesCustom: unknown[];
        /**
         * Format: email
         * @description The email of a user.
         */
        Email: string | null;
        /** @description An address. */
        Mailboxes: string | string[] | null;
        /** @description A string. */
        Text: string | null;
        /** @description A moment as RFC 3339 or ISO 8601 write it, in UTC unless a zone is given. */
        Timestamp: unknown;
        /** @description There, and neither null, nor a blank string, nor an object without attributes. */
        Given: string | number | boolean | {
            [key: string]: unknown;
        } | unknown[];
        /** @description A user that is given, whether it can be used or not. */
        GivenUser: components["schemas"]["Given"];
        /** @description A company that is given, whether it can be used or not. */
        GivenCompany: components["schemas"]["Given"];
        /** @description An identifier that is neither null nor blank, whether it can be used or not. */
        GivenIdentifier: string | number | boolean | {
            [key: string]: unknown;
        } | unknown[];
        /** @description A text that is neither null nor blank, whether it can be used or not. */
        GivenText: string | number | boolean | {
            [key: string]: unknown;
        } | unknown[];
        /** @description A body that is neither null nor without attributes, whether it can be used or not. */
        GivenBody: string | number | boolean | {
            [key: string]: unknown;
        } | unknown[];
        /** @description An address that is neither null nor blank, or a list with one, whether it can be used or not. */
        GivenRecipient: string | number | boolean | {
            [key: string]: unknown;
        } | unknown[];
        /** @description What every refusal and failure looks like, whatever its cause. */
        Error: {
            /** @description The status of the answer, once more. */
            status: number;
            /** @description The name of the status in snake_case. */
            code: string;
            /** @description What is wrong, one sentence each. */
            errors: string[];
        };
    };
    responses: {
        /** @description Taken in; there is no body. */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is not JSON. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 400,
                 *       "code": "bad_request",
                 *       "errors": [
                 *         "The request body could not be parsed as JSON."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no key, the scheme is another one, or nobody has that key. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 401,
                 *       "code": "unauthorized",
                 *       "errors": [
                 *         "Invalid Push key or authorization scheme."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The plan of the account does not include what the request wants to use. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 403,
                 *       "code": "forbidden",
                 *       "errors": [
                 *         "This feature is not included in your plan."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description There is no such path, or the path does not know the method. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 404,
                 *       "code": "not_found",
                 *       "errors": [
                 *         "The requested resource could not be found on the server."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The request did not arrive in time. */
        RequestTimeout: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 408,
                 *       "code": "request_timeout",
                 *       "errors": [
                 *         "The request took too long to arrive."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The body is longer than a request may be. */
        ContentTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 413,
                 *       "code": "content_too_large",
                 *       "errors": [
                 *         "Payload is too large. Request was 1 MB, but the limit is 100 KB."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The payload breaks a rule; there is one text for each. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 422,
                 *       "code": "unprocessable_content",
                 *       "errors": [
                 *         "User must exist"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The account has used up its requests for this window. */
        TooManyRequests: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["Limit"];
                "X-RateLimit-Remaining": components["headers"]["Remaining"];
                "X-RateLimit-Reset": components["headers"]["Reset"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 429,
                 *       "code": "too_many_requests",
                 *       "errors": [
                 *         "Rate limit of 1000 requests per 60 seconds exceeded. Please try again in 59 seconds."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The headers are longer than the server reads. */
        RequestHeaderFieldsTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 431,
                 *       "code": "request_header_fields_too_large",
                 *       "errors": [
                 *         "The request headers are too large."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The server failed; nothing was applied. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 500,
                 *       "code": "internal_server_error",
                 *       "errors": [
                 *         "Something went wrong on the server."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description The service cannot take requests for the moment. */
        ServiceUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "status": 503,
                 *       "code": "service_unavailable",
                 *       "errors": [
                 *         "The service is temporarily unavailable."
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description How many requests an account may make in one window.
         * @example 1000
         */
        Limit: number;
        /**
         * @description How many requests are left in the current window.
         * @example 0
         */
        Remaining: number;
        /**
         * @description When the current window ends, in whole seconds since 1970.
         * @example 1741873313
         */
        Reset: number;
        /**
         * @description How many whole seconds to wait before the next request.
         * @example 59
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    pushUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["User"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserDeletion"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Company"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyDeletion"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushRelationship: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Relationship"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteRelationship: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationshipDeletion"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Event"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pushMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Message"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["RequestHeaderFieldsTooLarge"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
