import { requestBytes as mostBytes, nestingDepth } from '@understudy/openapi/limits';
import type { components } from '@understudy/openapi/types';

type Schemas = components['schemas'];

/** The id of a user or a company, text or number. [documented] */
export type Identifier = Schemas['Identifier'];

/** The body of `POST /users`. [documented] */
export type User = Schemas['User'];

/** The body of `POST /companies`. [documented] */
export type Company = Schemas['Company'];

/** The body of `POST /events`. [documented] */
export type Event = Schemas['Event'];

/** The largest request body the Push API takes, in bytes of UTF-8. [documented] */
export const requestBytes: number = mostBytes;

/** The deepest nesting of a body the Push API reads, the body itself counting as one. [assumed] */
export const nestingLevels: number = nestingDepth;
