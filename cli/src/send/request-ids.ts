import type { PushRequest } from '@understudy/transformer';

/** The user a request is about, as text; requests of one user are delivered in the order of their lines. */
export function toUser(request: PushRequest): string {
  return JSON.stringify(toText(userOf(request)));
}

/** The first id of a request that lost digits when its line was read: it would name somebody else. */
export function findLostDigits(request: PushRequest): number | undefined {
  return idsOf(request).find(
    (id): id is number => typeof id === 'number' && Number.isInteger(id) && !Number.isSafeInteger(id),
  );
}

function idsOf(request: PushRequest): unknown[] {
  switch (request.operation) {
    case 'pushUser':
      return [request.body.identifier];
    case 'pushCompany':
      return [request.body.identifier, userOf(request)];
    case 'pushEvent':
      return [userOf(request), request.body.company];
  }
}

function userOf(request: PushRequest): unknown {
  switch (request.operation) {
    case 'pushUser':
      return request.body.identifier;
    case 'pushCompany':
      return request.body.relationships?.[0]?.user;
    case 'pushEvent':
      return request.body.user;
  }
}

/** 42 and "42" are one user. [documented] */
function toText(id: unknown): unknown {
  return typeof id === 'number' ? String(id) : id;
}
