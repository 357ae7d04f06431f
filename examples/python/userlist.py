"""Pushes to Userlist with nothing but Python's own library."""

import json
import time
import urllib.error
import urllib.request

ATTEMPTS = 5


class Refused(Exception):
    pass


class Userlist:
    def __init__(self, endpoint, key, wait=time.sleep):
        """`wait` is called with seconds; a test hands in one that takes no time."""
        self.endpoint = endpoint
        self.key = key
        self.wait = wait

    def push(self, path, payload):
        """Sends again what is refused for now. A request whose answer is lost is not, since the event may have arrived."""
        for attempt in range(1, ATTEMPTS + 1):
            status, retry_after, body = self._post(path, payload)
            if status == 202:
                return
            if attempt == ATTEMPTS or not (status == 429 or status >= 500):
                raise Refused(f"{status} {body}")
            self.wait(int(retry_after) if retry_after.isdecimal() else 2**attempt)

    def _post(self, path, payload):
        headers = {"Authorization": f"Push {self.key}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.endpoint + path, json.dumps(payload).encode(), headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, "", ""
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers.get("Retry-After", ""), answer.read().decode()
