// One test process of many that share a server: `node one-of-fifty.js URL NUMBER`. Ends with 1 and a reason when it
// sees anything that is not its own.
import { deepEqual, equal } from 'node:assert/strict';

const [, , url = '', number = ''] = process.argv;
const mine = Number(number);
const pushKey = `process-${number}-key`;
const USERS = 4;

const ask = async (method, path, body) => {
  const answer = await fetch(`${url}/_control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

const push = async (body) => {
  const headers = { authorization: `Push ${pushKey}`, 'content-type': 'application/json' };
  try {
    const answer = await fetch(`${url}/users`, { method: 'POST', headers, body: JSON.stringify(body) });
    return answer.status;
  } catch {
    return 'hung up';
  }
};

/** What the next two pushes come to, by the process: no two neighbours want the same. */
const EFFECTS = [
  [{ status: 503 }, 503],
  [{ status: 429, retry_after: mine }, 429],
  [{ hang_up: 'before' }, 'hung up'],
  [{ status: 401 }, 401],
  [{ headers: { 'X-Mine': number } }, 202],
];
const [effect, expected] = EFFECTS[mine % EFFECTS.length];

/** A minute of its own; every third leaves its clock alone. */
const hasOwnTime = mine % 3 !== 0;
const now = new Date(Date.UTC(2030, 0, 1, 0, mine)).toISOString();

await ask('POST', '/faults', { account: pushKey, name: 'mine', times: 2, effect });
if (hasOwnTime) await ask('POST', '/clock', { account: pushKey, mode: 'frozen', now });
await ask('PUT', `/accounts/${pushKey}/settings`, { rate_limit: `${USERS}/60s` });

const statuses = [await push({ identifier: 'first' }), await push({ identifier: 'second' })];
deepEqual(statuses, [expected, expected]);
const counted = expected === 202 ? 2 : 0;
for (let user = counted; user < USERS; user += 1)
  equal(await push({ identifier: `user-${user}`, properties: { mine } }), 202);
equal(await push({ identifier: 'one too many' }), 429);

const { items: users } = await ask('GET', `/accounts/${pushKey}/users`);
equal(users.length, USERS);
for (const user of users.slice(counted)) {
  equal(user.properties.mine, mine);
  if (hasOwnTime) equal(Date.parse(user.signed_up_at), Date.parse(now));
}
const { items: exchanges } = await ask('GET', `/exchanges?account=${pushKey}`);
equal(exchanges.length, USERS + (expected === 202 ? 1 : 3));
const { items: faults } = await ask('GET', `/faults?account=${pushKey}`);
deepEqual(
  faults.map(({ name, fired }) => [name, fired]),
  [['mine', 2]],
);
const clock = await ask('GET', `/clock?account=${pushKey}`);
deepEqual([clock.own, clock.mode], hasOwnTime ? [true, 'frozen'] : [false, 'system']);
if (hasOwnTime) equal(Date.parse(clock.now), Date.parse(now));
