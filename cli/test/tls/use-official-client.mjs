import Userlist from '@userlist/push';

const userlist = new Userlist({ pushKey: 'official-key' });
const answers = [
  await userlist.users.push({ identifier: 'user-1', email: 'user-1@example.com' }),
  await userlist.companies.push({ identifier: 'company-1' }),
  await userlist.relationships.push({ user: 'user-1', company: 'company-1' }),
  await userlist.events.push({ name: 'paid', user: 'user-1' }),
  await userlist.users.delete('user-1'),
];
process.stdout.write(`${JSON.stringify(answers.map(({ statusCode }) => statusCode))}\n`);
// It never reads an answer, so its connections stay.
process.exit();
