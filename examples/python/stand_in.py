"""Asks the stand-in, for one account, what arrived, and tells it what to do."""

import json
import urllib.parse
import urllib.request


class StandIn:
    def __init__(self, url, account):
        self.desk = f"{url}/_control"
        self.account = account

    def refuse_once(self, operation, seconds):
        """The next request for an operation is 429, with so many seconds in Retry-After."""
        self._tell("faults", operation=operation, times=1, effect={"status": 429, "retry_after": seconds})

    def advance(self, seconds):
        """Time passes for this account alone, and takes none."""
        self._tell("clock", advance_ms=seconds * 1000)

    def count(self, operation, status):
        """How many requests for an operation were answered with a status."""
        return self._tell("exchanges/count", operation=operation, status=status)["count"]

    def list(self, collection):
        """What is stored: users, companies, relationships, events or messages."""
        account = urllib.parse.quote(self.account, safe="")
        with urllib.request.urlopen(f"{self.desk}/accounts/{account}/{collection}") as answer:
            return json.load(answer)["items"]

    def _tell(self, path, **order):
        body = json.dumps({**order, "account": self.account}).encode()
        with urllib.request.urlopen(f"{self.desk}/{path}", body) as answer:
            return json.load(answer)
