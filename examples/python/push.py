"""Pushes a user, a company and an event, which is refused once, and looks at what arrived."""

import os
import sys

from stand_in import StandIn
from userlist import Userlist


def expect(what, actual, wanted):
    if actual != wanted:
        sys.exit(f"{what}: {actual!r} where {wanted!r} was expected")


key = os.environ["USERLIST_PUSH_KEY"]
stand_in = StandIn(os.environ["UNDERSTUDY_URL"], key)
userlist = Userlist(os.environ["USERLIST_PUSH_ENDPOINT"], key, wait=stand_in.advance)

stand_in.refuse_once("pushEvent", 30)
userlist.push("/users", {"identifier": "user-1", "email": "ada@example.com", "properties": {"plan": "pro"}})
userlist.push("/companies", {"identifier": "company-1", "name": "One", "users": ["user-1"]})
userlist.push("/events", {"name": "project_created", "user": "user-1", "occurred_at": "2026-11-23T06:55:00Z"})

expect("users", [user["email"] for user in stand_in.list("users")], ["ada@example.com"])
expect("companies", [company["name"] for company in stand_in.list("companies")], ["One"])
expect("events", [event["name"] for event in stand_in.list("events")], ["project_created"])
expect("events refused", stand_in.count("pushEvent", 429), 1)
expect("events accepted", stand_in.count("pushEvent", 202), 1)
print("All arrived, the event at its second attempt.")
