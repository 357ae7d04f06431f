<?php
// Asks the stand-in, for one account, what arrived, and tells it what to do.

final class StandIn
{
    private string $desk;

    public function __construct(string $url, private string $account)
    {
        $this->desk = "$url/_control";
    }

    // The next request for an operation is 429, with so many seconds in Retry-After.
    public function refuseOnce(string $operation, int $seconds): void
    {
        $effect = ['status' => 429, 'retry_after' => $seconds];
        $this->tell('faults', ['operation' => $operation, 'times' => 1, 'effect' => $effect]);
    }

    // Time passes for this account alone, and takes none.
    public function advance(int $seconds): void
    {
        $this->tell('clock', ['advance_ms' => $seconds * 1000]);
    }

    // How many requests for an operation were answered with a status.
    public function count(string $operation, int $status): int
    {
        return $this->tell('exchanges/count', ['operation' => $operation, 'status' => $status])['count'];
    }

    // What is stored: users, companies, relationships, events or messages.
    public function list(string $collection): array
    {
        return $this->ask('accounts/' . rawurlencode($this->account) . "/$collection", [])['items'];
    }

    private function tell(string $path, array $order): array
    {
        $content = json_encode([...$order, 'account' => $this->account], JSON_THROW_ON_ERROR);
        return $this->ask($path, ['method' => 'POST', 'header' => 'Content-Type: application/json', 'content' => $content]);
    }

    private function ask(string $path, array $http): array
    {
        $answer = file_get_contents("$this->desk/$path", false, stream_context_create(['http' => $http]));
        if ($answer === false) {
            throw new RuntimeException("The desk does not answer $path");
        }
        return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
    }
}
