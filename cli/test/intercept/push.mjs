// Knows the official client and a key, and nothing else.
import Userlist from '@userlist/push';

const userlist = new Userlist({ pushKey: 'official' });
const { statusCode } = await userlist.users.push({ identifier: process.argv[2] ?? 'user-1' });
await userlist.events.push({ name: 'signed_up', user: 'user-1' });
process.stdout.write(`${statusCode}\n`);
userlist.client.agent.destroy();
