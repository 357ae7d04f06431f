package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"os"
	"strings"
	"testing"
)

// Any key opens an account of its own, so tests that run at once do not meet.
func open(t *testing.T) (*Userlist, *StandIn) {
	t.Parallel()
	random := make([]byte, 8)
	if _, err := rand.Read(random); err != nil {
		t.Fatal(err)
	}
	key := "test-" + hex.EncodeToString(random)
	standIn := &StandIn{os.Getenv("UNDERSTUDY_URL"), key}
	return &Userlist{os.Getenv("USERLIST_PUSH_ENDPOINT"), key, standIn.Advance}, standIn
}

func TestAnEventCreatesItsUser(t *testing.T) {
	userlist, standIn := open(t)
	if err := userlist.Push("/events", object{"name": "project_created", "user": "user-1"}); err != nil {
		t.Fatal(err)
	}
	users, err := standIn.List("users")
	if err != nil || len(users) != 1 || users[0]["identifier"] != "user-1" {
		t.Fatal(users, err)
	}
}

func TestWhatIsRefusedForNowIsSentAgain(t *testing.T) {
	userlist, standIn := open(t)
	if err := standIn.RefuseOnce("pushEvent", 30); err != nil {
		t.Fatal(err)
	}
	if err := userlist.Push("/events", object{"name": "project_created", "user": "user-1"}); err != nil {
		t.Fatal(err)
	}
	refused, err := standIn.Count("pushEvent", 429)
	if err != nil || refused != 1 {
		t.Fatal(refused, err)
	}
}

func TestWhatIsRefusedForGoodIsNot(t *testing.T) {
	userlist, standIn := open(t)
	var refused *Refused
	err := userlist.Push("/events", object{"name": "project_created"})
	if !errors.As(err, &refused) || refused.Status != 422 || !strings.Contains(refused.Body, "User must exist") {
		t.Fatal(err)
	}
	count, err := standIn.Count("pushEvent", 422)
	if err != nil || count != 1 {
		t.Fatal(count, err)
	}
}
