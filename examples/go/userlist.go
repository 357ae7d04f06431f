package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

const attempts = 5

// Userlist pushes with nothing but Go's own library.
type Userlist struct {
	Endpoint, Key string
	// Wait is called between attempts; a test hands in one that takes no time.
	Wait func(time.Duration) error
}

// Refused is an answer that will not change, or that has not changed in time.
type Refused struct {
	Status int
	Body   string
}

func (refused *Refused) Error() string { return fmt.Sprintf("%d %s", refused.Status, refused.Body) }

// Push sends again what is refused for now. A request whose answer is lost is not, since the event may have arrived.
func (userlist *Userlist) Push(path string, payload any) error {
	for attempt := 1; ; attempt++ {
		status, retryAfter, body, err := userlist.post(path, payload)
		if err != nil || status == http.StatusAccepted {
			return err
		}
		if attempt == attempts || (status != http.StatusTooManyRequests && status < 500) {
			return &Refused{status, body}
		}
		seconds, err := strconv.Atoi(retryAfter)
		if err != nil {
			seconds = 1 << attempt
		}
		if err := userlist.Wait(time.Duration(seconds) * time.Second); err != nil {
			return err
		}
	}
}

func (userlist *Userlist) post(path string, payload any) (status int, retryAfter, body string, err error) {
	sent, err := json.Marshal(payload)
	if err != nil {
		return 0, "", "", err
	}
	request, err := http.NewRequest(http.MethodPost, userlist.Endpoint+path, bytes.NewReader(sent))
	if err != nil {
		return 0, "", "", err
	}
	request.Header.Set("Authorization", "Push "+userlist.Key)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0, "", "", err
	}
	defer response.Body.Close()
	received, err := io.ReadAll(response.Body)
	return response.StatusCode, response.Header.Get("Retry-After"), string(received), err
}
