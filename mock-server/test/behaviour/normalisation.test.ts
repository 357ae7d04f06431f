import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted } from '../stand-in.ts';

const NAMES: readonly (readonly [sent: string, stored: string])[] = [
  ['Project Created', 'project_created'],
  ['Project created', 'project_created'],
  ['projectName', 'project_name'],
  ['ProjectCreated', 'project_created'],
  ['project-created', 'project_created'],
  ['subscription.renewed', 'subscription_renewed'],
  ['HTTPRequest', 'http_request'],
  ['userID', 'user_id'],
  ['UserIDs', 'user_i_ds'],
  ['plan2Pro', 'plan2_pro'],
  ['billingPlan2', 'billing_plan2'],
  ['$os', 'os'],
  ['$identify', 'identify'],
  ['a/b', 'a_b'],
  ['a::B', 'a_b'],
  ['Größe', 'grosse'],
  ['  padded  ', 'padded'],
  ['a__b', 'a_b'],
  ['_lead', 'lead'],
  ['trail_', 'trail'],
  ['C++', 'c'],
  ['CompleteRegistration', 'complete_registration'],
  ['Register_to_a_webinar_on', 'register_to_a_webinar_on'],
  ['addon_licenseId', 'addon_license_id'],
  ['com.example.app', 'com_example_app'],
  ['$current_url', 'current_url'],
  ['__proto__', 'proto'],
  ['already_snake_case', 'already_snake_case'],
];

describeThroughDoors('snake_case', (standIn) => {
  it.each(NAMES)('keeps the property "%s" as %s', async (sent, stored) => {
    await standIn.post('/users', {
      identifier: 'user-1',
      properties: Object.fromEntries([[sent, 'Some Value']]),
    });
    expect(standIn.users()[0]?.properties).toEqual({ [stored]: 'Some Value' });
    const renamed = standIn.diagnostics().filter(({ code }) => code === 'renamed-key');
    expect(renamed.map(({ path, level, message }) => [path, level, message])).toEqual(
      sent === stored ? [] : [[`/properties/${stored}`, 'info', `"${sent}" is stored as "${stored}".`]],
    );
  });

  it.each(NAMES)('keeps the event "%s" as %s', async (sent, stored) => {
    await standIn.post('/events', { name: sent, user: 'user-1' });
    expect(standIn.events()).toMatchObject([{ name: stored }]);
    expect(standIn.codes()).toEqual(sent === stored ? [] : ['renamed-key']);
  });

  it.each([
    { signed_up_at: '2026-01-01' },
    { signedUpAt: '2026-01-01' },
    { 'Signed Up At': '2026-01-01' },
    { 'signed-up-at': '2026-01-01' },
  ])('makes one attribute of all spellings: %o', async (attributes) => {
    await standIn.post('/users', { identifier: 'user-1', ...attributes });
    expect(standIn.users()).toMatchObject([{ signed_up_at: '2026-01-01T00:00:00Z' }]);
  });

  it('reaches keys at every depth, lists included', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      properties: { outerKey: { innerKey: [{ deepKey: { deepestKey: 1 } }] } },
      relationships: [
        {
          Company: { Identifier: 'company-1', 'Signed Up At': '2026-01-01', properties: { teamSize: 1 } },
          Properties: { jobTitle: 'x' },
        },
      ],
    });
    expect(standIn.users()[0]?.properties).toEqual({
      outer_key: { inner_key: [{ deep_key: { deepest_key: 1 } }] },
    });
    expect(standIn.companies()).toMatchObject([
      { signed_up_at: '2026-01-01T00:00:00Z', properties: { team_size: 1 } },
    ]);
    expect(standIn.relationships()).toMatchObject([{ properties: { job_title: 'x' } }]);
  });

  it('leaves values alone, those that look like keys too', async () => {
    const properties = { plan: 'ProPlan', list: ['CamelCase', ' padded '], url: 'HTTP://X/Y' };
    await standIn.post('/companies', { identifier: 'Company-One', name: 'Größe GmbH', properties });
    expect(standIn.companies()).toMatchObject([
      { identifier: 'Company-One', name: 'Größe GmbH', properties },
    ]);
    expect(standIn.codes()).toEqual([]);
  });

  it('leaves topics, templates and channels of a message alone', async () => {
    const message = {
      template: 'Welcome Mail',
      topic: 'Product News',
      user: 'user-1',
      sender: 'TheSender',
      theme: 'DarkTheme',
    };
    await standIn.post('/messages', message);
    expect(standIn.messages()).toMatchObject([message]);
  });
});

describeThroughDoors('a name of which snake_case would leave nothing', (standIn) => {
  it.each(['🎉', '日本語', '!!!', '___', '…', '-', '+'])('stays as it was sent: "%s"', async (name) => {
    expectAccepted(await standIn.post('/events', { name, user: 'user-1', properties: { [name]: 1 } }));
    expect(standIn.events()).toMatchObject([{ name, properties: { [name]: 1 } }]);
    expect(standIn.diagnostics().map(({ code, level, path }) => [code, level, path])).toEqual([
      ['unnormalizable-key', 'warning', `/properties/${name}`],
      ['unnormalizable-key', 'warning', '/name'],
    ]);
  });

  it('may be the empty key', async () => {
    expectAccepted(await standIn.post('/users', { identifier: 'user-1', properties: { '': 1 } }));
    expect(standIn.users()[0]?.properties).toEqual({ '': 1 });
    expect(standIn.codes()).toEqual(['unnormalizable-key']);
  });

  it('is written with what is left of it otherwise', async () => {
    await standIn.post('/events', { name: 'Café opened 🎉', user: 'user-1' });
    expect(standIn.events()).toMatchObject([{ name: 'cafe_opened' }]);
    expect(standIn.codes()).toEqual(['renamed-key']);
  });
});

describeThroughDoors('two keys that become one', (standIn) => {
  it('leave the value of the later one', async () => {
    await standIn.post(
      '/users',
      '{"identifier":"user-1","properties":{"planName":"first","plan_name":"second","Plan Name":"third"}}',
    );
    expect(standIn.users()[0]?.properties).toEqual({ plan_name: 'third' });
    const collisions = standIn.diagnostics().filter(({ code }) => code === 'key-collision');
    expect(collisions.map(({ level, path }) => [level, path])).toEqual([
      ['warning', '/properties/plan_name'],
      ['warning', '/properties/plan_name'],
    ]);
    expect(collisions[0]?.message).toContain('"planName" and "plan_name"');
    expect(collisions[1]?.message).toContain('"plan_name" and "Plan Name"');
  });

  it('do so among attributes, too', async () => {
    await standIn.post('/users', '{"identifier":"user-1","Identifier":"user-2"}');
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2' }]);
  });

  it('let even a null win', async () => {
    await standIn.post('/users', '{"identifier":"user-1","properties":{"plan":"x"}}');
    await standIn.post('/users', '{"identifier":"user-1","properties":{"Plan":"y","plan":null}}');
    expect(standIn.users()[0]?.properties).toEqual({});
  });
});
