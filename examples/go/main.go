// Pushes a user, a company and an event, which is refused once, and looks at what arrived.
package main

import (
	"fmt"
	"log"
	"os"
	"reflect"
)

func main() {
	log.SetFlags(0)
	key := os.Getenv("USERLIST_PUSH_KEY")
	standIn := &StandIn{os.Getenv("UNDERSTUDY_URL"), key}
	userlist := &Userlist{os.Getenv("USERLIST_PUSH_ENDPOINT"), key, standIn.Advance}

	must(standIn.RefuseOnce("pushEvent", 30))
	must(userlist.Push("/users", object{
		"identifier": "user-1", "email": "ada@example.com", "properties": object{"plan": "pro"},
	}))
	must(userlist.Push("/companies", object{"identifier": "company-1", "name": "One", "users": []string{"user-1"}}))
	must(userlist.Push("/events", object{
		"name": "project_created", "user": "user-1", "occurred_at": "2026-11-23T06:55:00Z",
	}))

	expect("users", named(standIn, "users", "email"), []any{"ada@example.com"})
	expect("companies", named(standIn, "companies", "name"), []any{"One"})
	expect("events", named(standIn, "events", "name"), []any{"project_created"})
	refused, err := standIn.Count("pushEvent", 429)
	must(err)
	expect("events refused", refused, 1)
	accepted, err := standIn.Count("pushEvent", 202)
	must(err)
	expect("events accepted", accepted, 1)
	fmt.Println("All arrived, the event at its second attempt.")
}

func named(standIn *StandIn, collection, attribute string) []any {
	items, err := standIn.List(collection)
	must(err)
	values := []any{}
	for _, item := range items {
		values = append(values, item[attribute])
	}
	return values
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func expect(what string, actual, wanted any) {
	if !reflect.DeepEqual(actual, wanted) {
		log.Fatalf("%s: %v where %v was expected", what, actual, wanted)
	}
}
