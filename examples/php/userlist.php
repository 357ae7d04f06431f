<?php
// Pushes to Userlist with nothing but PHP's own streams, so that no extension has to be installed.

final class Refused extends RuntimeException
{
}

final class Userlist
{
    private const ATTEMPTS = 5;
    private Closure $wait;

    // `$wait` is called with seconds; a test hands in one that takes no time.
    public function __construct(private string $endpoint, private string $key, ?Closure $wait = null)
    {
        $this->wait = $wait ?? sleep(...);
    }

    // Sends again what is refused for now. A request whose answer is lost is not, since the event may have arrived.
    public function push(string $path, array $payload): void
    {
        for ($attempt = 1; ; $attempt++) {
            [$status, $retryAfter, $body] = $this->post($path, $payload);
            if ($status === 202) {
                return;
            }
            if ($attempt === self::ATTEMPTS || ($status !== 429 && $status < 500)) {
                throw new Refused("$status $body");
            }
            ($this->wait)(preg_match('/^\d+$/', $retryAfter) ? (int) $retryAfter : 2 ** $attempt);
        }
    }

    private function post(string $path, array $payload): array
    {
        $stream = fopen($this->endpoint . $path, 'r', false, stream_context_create(['http' => [
            'method' => 'POST',
            'header' => ["Authorization: Push $this->key", 'Content-Type: application/json'],
            'content' => json_encode($payload, JSON_THROW_ON_ERROR),
            'ignore_errors' => true,
            'timeout' => 30,
        ]]));
        if ($stream === false) {
            throw new RuntimeException("There is no answer from $this->endpoint");
        }
        $head = stream_get_meta_data($stream)['wrapper_data'];
        $status = (int) explode(' ', $head[0])[1];
        $retryAfter = '';
        foreach ($head as $line) {
            if (stripos($line, 'Retry-After:') === 0) {
                $retryAfter = trim(substr($line, 12));
            }
        }
        return [$status, $retryAfter, stream_get_contents($stream)];
    }
}
