import os
import secrets
import unittest

from stand_in import StandIn
from userlist import Refused, Userlist


class PushTest(unittest.TestCase):
    def setUp(self):
        # Any key opens an account of its own, so tests that run at once do not meet.
        key = f"test-{secrets.token_hex(8)}"
        self.stand_in = StandIn(os.environ["UNDERSTUDY_URL"], key)
        self.userlist = Userlist(os.environ["USERLIST_PUSH_ENDPOINT"], key, wait=self.stand_in.advance)

    def test_an_event_creates_its_user(self):
        self.userlist.push("/events", {"name": "project_created", "user": "user-1"})
        self.assertEqual(["user-1"], [user["identifier"] for user in self.stand_in.list("users")])

    def test_what_is_refused_for_now_is_sent_again(self):
        self.stand_in.refuse_once("pushEvent", 30)
        self.userlist.push("/events", {"name": "project_created", "user": "user-1"})
        self.assertEqual(1, self.stand_in.count("pushEvent", 429))
        self.assertEqual(1, len(self.stand_in.list("events")))

    def test_what_is_refused_for_good_is_not(self):
        with self.assertRaisesRegex(Refused, "422 .*User must exist"):
            self.userlist.push("/events", {"name": "project_created"})
        self.assertEqual(1, self.stand_in.count("pushEvent", 422))
