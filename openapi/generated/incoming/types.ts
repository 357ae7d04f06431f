// Generated from incoming-api.yaml by `npm run generate`. Change that file, not this one.

export interface paths {
    "/rudderstack/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one message of RudderStack
         * @description Takes one identify, group or track as a whole and does what the user, company or event that it stands for
         *     would do at the Push API. A message without a `userId` is accepted and ignored.
         */
        post: operations["pushRudderstackEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/segment/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take one message of Segment
         * @description Takes one identify, group or track as a whole and does what the user, company or event that it stands for
         *     would do at the Push API. A group or track without a `userId` is refused; an identify without one is accepted
         *     and ignored.
         */
        post: operations["pushSegmentEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posthog/users": {
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
         * @description Takes what `POST /users` takes at the Push API, and does the same.
         */
        post: operations["pushPosthogUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posthog/companies": {
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
         * @description Takes what `POST /companies` takes at the Push API, and does the same.
         */
        post: operations["pushPosthogCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/posthog/events": {
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
         * @description Takes what `POST /events` takes at the Push API, and does the same.
         */
        post: operations["pushPosthogEvent"];
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
        /** @description One message of an analytics SDK, as a whole. What is not listed here is not looked at. */
        CdpMessage: {
            /** @description Which call it was, `identify`, `group` or `track`, in any case. Required. */
            type: string;
            /** @description What your own system calls the user, who gets it as the identifier. Without it nothing is stored. */
            userId?: string | number | null;
            /** @description Never names anybody. */
            anonymousId?: unknown;
            /** @description Of a group, the identifier of the company. Required there. */
            groupId?: string | number | null;
            /** @description Of a track, the name of the event; kept in snake_case. Required there. */
            event?: string | null;
            /** @description Of an identify the properties of the user, of a group those of the company. */
            traits?: {
                /** @description Of an identify, the email of the user. */
                email?: unknown;
                /** @description Of a group, the name of the company; of an identify, a property. */
                name?: unknown;
                /** @description When the user or company signed up, as text or as a number of seconds or milliseconds since 1970. */
                createdAt?: unknown;
                /** @description Another spelling of `createdAt`; where both are there, `createdAt` wins. */
                created_at?: unknown;
            } | null;
            /** @description Of a track, the properties of the event. */
            properties?: Record<string, never> | null;
            /** @description Where the message comes from. Only what is listed is looked at. */
            context?: {
                /** @description Of a track, the identifier of the company it was done in. */
                groupId?: string | number | null;
                /** @description Of an identify whose own traits are empty, what they would be; SDKs in browsers send them here. */
                traits?: Record<string, never> | null;
            } | null;
            /** @description Options for those the message is handed on to. Of a group, `Userlist.extensions.relationship.properties` are the properties of the relationship between user and company. */
            integrations?: unknown;
            /** @description Of a track, when it happened. */
            timestamp?: unknown;
            /** @description Of a track without a `timestamp`, when it happened. */
            originalTimestamp?: unknown;
            /** @description Changes nothing; the same message twice is two events. */
            messageId?: unknown;
        };
        /** @description What every refusal and failure looks like, whatever its cause. */
        Error: {
            /** @description The status of the answer, once more. */
            status: number;
            /** @description The name of the status in snake_case. */
            code: string;
            /** @description What is wrong, one sentence each. */
            errors: string[];
        };
        /** @description A person. Needs an identifier or an email. */
        User: components["schemas"]["NamesUser"] & components["schemas"]["UserAttributes"];
        /** @description Has something a user can be told by. */
        NamesUser: {
            identifier: components["schemas"]["GivenIdentifier"];
        } | {
            email: components["schemas"]["GivenText"];
        };
        /** @description An identifier that is neither null nor blank, whether it can be used or not. */
        GivenIdentifier: string | number;
        /** @description A text that is neither null nor blank, whether it can be used or not. */
        GivenText: string;
        /** @description All that can be said about a user. */
        UserAttributes: {
            /** @description What your own system calls the user, unique in the account. Required unless `email` is given. */
            identifier?: components["schemas"]["Identifier"];
            /** @description Where the user gets mail; `null` takes it away. Required unless `identifier` is given. */
            email?: components["schemas"]["Email"];
            /** @description When the user signed up. A new user signs up now unless this says otherwise. */
            signed_up_at?: components["schemas"]["Timestamp"];
            /** @description Your own data about the user. */
            properties?: components["schemas"]["Properties"];
            /** @description Companies of the user, each with what is to be known about the two. Those not listed stay. */
            relationships?: components["schemas"]["UserRelationship"][];
            /** @description A company of the user; short for one relationship without properties. */
            company?: components["schemas"]["CompanyReference"];
            /** @description Companies of the user; short for that many relationships without properties. */
            companies?: components["schemas"]["CompanyReference"][];
            /** @description What the user wants to hear about. Topics not listed stay as they are. */
            preferences?: components["schemas"]["Preference"][];
        };
        /** @description A name one record has in an account. 42 and "42" are the same one. */
        Identifier: string | number;
        /**
         * Format: email
         * @description The email of a user.
         */
        Email: string | null;
        /**
         * Format: date-time
         * @description A moment as RFC 3339 or ISO 8601 write it, in UTC unless a zone is given.
         */
        Timestamp: string | null;
        /** @description Your own data: strings, numbers, booleans, lists and objects. `null` takes a property away, objects merge into what is there, lists take its place. */
        Properties: {
            [key: string]: unknown;
        };
        /** @description One relationship, seen from its user. Needs a company. */
        UserRelationship: {
            /** @description The company, by identifier or as a whole. Required. */
            company?: components["schemas"]["CompanyReference"];
            /** @description Your own data about the user in this company, such as a role. */
            properties?: components["schemas"]["Properties"];
        } & {
            company: components["schemas"]["GivenCompany"];
        };
        /** @description A company that is given, whether it can be used or not. */
        GivenCompany: components["schemas"]["CompanyReference"];
        /** @description There, and neither null, nor a blank string, nor an object without attributes. */
        Given: string | number | boolean | Record<string, never> | unknown[];
        /** @description A company, by identifier or as a whole. One that is unknown is created. */
        CompanyReference: string | number | components["schemas"]["Company"];
        /** @description An organisation. Needs an identifier. */
        Company: components["schemas"]["NamesCompany"] & components["schemas"]["CompanyAttributes"];
        /** @description Has something a company can be told by. */
        NamesCompany: {
            identifier: components["schemas"]["GivenIdentifier"];
        };
        /** @description All that can be said about a company. */
        CompanyAttributes: {
            /** @description What your own system calls the company, unique in the account. Required. */
            identifier?: components["schemas"]["Identifier"];
            /** @description What people call the company; `null` takes it away. */
            name?: string | null;
            /** @description When the company signed up. A new company signs up now unless this says otherwise. */
            signed_up_at?: components["schemas"]["Timestamp"];
            /** @description Your own data about the company. */
            properties?: components["schemas"]["Properties"];
            /** @description Users of the company, each with what is to be known about the two. Those not listed stay. */
            relationships?: components["schemas"]["CompanyRelationship"][];
            /** @description A user of the company; short for one relationship without properties. */
            user?: components["schemas"]["UserReference"];
            /** @description Users of the company; short for that many relationships without properties. */
            users?: components["schemas"]["UserReference"][];
        };
        /** @description One relationship, seen from its company. Needs a user. */
        CompanyRelationship: {
            /** @description The user, by identifier or as a whole. Required. */
            user?: components["schemas"]["UserReference"];
            /** @description Your own data about the user in this company, such as a role. */
            properties?: components["schemas"]["Properties"];
        } & {
            user: components["schemas"]["GivenUser"];
        };
        /** @description A user that is given, whether it can be used or not. */
        GivenUser: components["schemas"]["UserReference"];
        /** @description A user, by identifier or as a whole. One that is unknown is created. */
        UserReference: string | number | components["schemas"]["User"];
        /** @description Whether a user wants to hear about one topic. Needs both attributes. */
        Preference: {
            /** @description The identifier of the topic. Required. */
            topic: string;
        } & {
            /** @description Whether the user is subscribed to it. Required. */
            subscribed: boolean;
        };
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
            /** @description Your own data about what happened. */
            properties?: components["schemas"]["Properties"];
        } & (({
            user: components["schemas"]["GivenUser"];
        } | {
            company: components["schemas"]["GivenCompany"];
        }) & {
            name: components["schemas"]["GivenText"];
        });
        /** @description A string. */
        Text: string;
    };
    responses: {
        /** @description The body is not JSON, or a message that stands for nothing Userlist has; the text says why. */
        BadMessage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
        /** @description Taken in; there is no body. */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
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
    pushRudderstackEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CdpMessage"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadMessage"];
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
    pushSegmentEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CdpMessage"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["BadMessage"];
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
    pushPosthogUser: {
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
    pushPosthogCompany: {
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
    pushPosthogEvent: {
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
}
