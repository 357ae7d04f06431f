<?php
// Pushes a user, a company and an event, which is refused once, and looks at what arrived.

require __DIR__ . '/stand_in.php';
require __DIR__ . '/userlist.php';

function expect(string $what, mixed $actual, mixed $wanted): void
{
    if ($actual !== $wanted) {
        fwrite(STDERR, "$what: " . json_encode($actual) . ' where ' . json_encode($wanted) . " was expected\n");
        exit(1);
    }
}

$key = getenv('USERLIST_PUSH_KEY');
$standIn = new StandIn(getenv('UNDERSTUDY_URL'), $key);
$userlist = new Userlist(getenv('USERLIST_PUSH_ENDPOINT'), $key, $standIn->advance(...));

$standIn->refuseOnce('pushEvent', 30);
$userlist->push('/users', ['identifier' => 'user-1', 'email' => 'ada@example.com', 'properties' => ['plan' => 'pro']]);
$userlist->push('/companies', ['identifier' => 'company-1', 'name' => 'One', 'users' => ['user-1']]);
$userlist->push('/events', ['name' => 'project_created', 'user' => 'user-1', 'occurred_at' => '2026-11-23T06:55:00Z']);

expect('users', array_column($standIn->list('users'), 'email'), ['ada@example.com']);
expect('companies', array_column($standIn->list('companies'), 'name'), ['One']);
expect('events', array_column($standIn->list('events'), 'name'), ['project_created']);
expect('events refused', $standIn->count('pushEvent', 429), 1);
expect('events accepted', $standIn->count('pushEvent', 202), 1);
echo "All arrived, the event at its second attempt.\n";
