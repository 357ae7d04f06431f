package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// StandIn asks the stand-in, for one account, what arrived, and tells it what to do.
type StandIn struct{ URL, Account string }

type object = map[string]any

// RefuseOnce makes the next request for an operation 429, with so many seconds in Retry-After.
func (standIn *StandIn) RefuseOnce(operation string, seconds int) error {
	effect := object{"status": 429, "retry_after": seconds}
	return standIn.tell("faults", object{"operation": operation, "times": 1, "effect": effect}, nil)
}

// Advance lets time pass for this account alone, and takes none.
func (standIn *StandIn) Advance(by time.Duration) error {
	return standIn.tell("clock", object{"advance_ms": by.Milliseconds()}, nil)
}

// Count tells how many requests for an operation were answered with a status.
func (standIn *StandIn) Count(operation string, status int) (int, error) {
	var answer struct{ Count int }
	err := standIn.tell("exchanges/count", object{"operation": operation, "status": status}, &answer)
	return answer.Count, err
}

// List tells what is stored: users, companies, relationships, events or messages.
func (standIn *StandIn) List(collection string) ([]object, error) {
	response, err := http.Get(standIn.URL + "/_control/accounts/" + url.PathEscape(standIn.Account) + "/" + collection)
	if err != nil {
		return nil, err
	}
	var answer struct{ Items []object }
	err = read(response, &answer)
	return answer.Items, err
}

func (standIn *StandIn) tell(path string, order object, answer any) error {
	order["account"] = standIn.Account
	body, err := json.Marshal(order)
	if err != nil {
		return err
	}
	response, err := http.Post(standIn.URL+"/_control/"+path, "application/json", bytes.NewReader(body))
	if err != nil {
		return err
	}
	return read(response, answer)
}

func read(response *http.Response, answer any) error {
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return fmt.Errorf("the desk says %s", response.Status)
	}
	if answer == nil {
		return nil
	}
	return json.NewDecoder(response.Body).Decode(answer)
}
