<?php

use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/stand_in.php';
require_once __DIR__ . '/userlist.php';

final class PushTest extends TestCase
{
    private StandIn $standIn;
    private Userlist $userlist;

    // Any key opens an account of its own, so tests that run at once do not meet.
    protected function setUp(): void
    {
        $key = 'test-' . bin2hex(random_bytes(8));
        $this->standIn = new StandIn(getenv('UNDERSTUDY_URL'), $key);
        $this->userlist = new Userlist(getenv('USERLIST_PUSH_ENDPOINT'), $key, $this->standIn->advance(...));
    }

    public function testAnEventCreatesItsUser(): void
    {
        $this->userlist->push('/events', ['name' => 'project_created', 'user' => 'user-1']);
        $this->assertSame(['user-1'], array_column($this->standIn->list('users'), 'identifier'));
    }

    public function testWhatIsRefusedForNowIsSentAgain(): void
    {
        $this->standIn->refuseOnce('pushEvent', 30);
        $this->userlist->push('/events', ['name' => 'project_created', 'user' => 'user-1']);
        $this->assertSame(1, $this->standIn->count('pushEvent', 429));
        $this->assertCount(1, $this->standIn->list('events'));
    }

    public function testWhatIsRefusedForGoodIsNot(): void
    {
        try {
            $this->userlist->push('/events', ['name' => 'project_created']);
            $this->fail('It was not refused.');
        } catch (Refused $refused) {
            $this->assertMatchesRegularExpression('/422 .*User must exist/', $refused->getMessage());
        }
        $this->assertSame(1, $this->standIn->count('pushEvent', 422));
    }
}
