#!/bin/sh
# Pushes a user, a company and an event, which is refused once, and looks at what arrived. Wants curl 7.84 or newer.
set -eu

key=$USERLIST_PUSH_KEY
desk=$UNDERSTUDY_URL/_control
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# PATH JSON: sends again what is refused for now, after as many seconds as Retry-After says.
push() {
  attempt=1
  while :; do
    said=$(curl -sS -o "$body" -w '%{http_code} %header{retry-after}' "$USERLIST_PUSH_ENDPOINT$1" \
      -H "Authorization: Push $key" -H 'Content-Type: application/json' -d "$2")
    status=${said%% *} seconds=${said#* }
    case $status in
      202) return ;;
      429 | 5??) [ "$attempt" -lt 5 ] || break ;;
      *) break ;;
    esac
    # A program would say: sleep "${seconds:-$attempt}"
    tell clock "{\"account\":\"$key\",\"advance_ms\":${seconds:-$attempt}000}" >/dev/null
    attempt=$((attempt + 1))
  done
  echo "$1: $status $(cat "$body")" >&2
  return 1
}

# PATH JSON: tells the stand-in what to do, or asks it.
tell() {
  curl -fsS "$desk/$1" -H 'Content-Type: application/json' -d "$2"
}

# WHAT ANSWER TEXT: the answer has to hold the text.
expect() {
  case $2 in
    *"$3"*) ;;
    *) echo "$1: $3 was expected, not $2" >&2; exit 1 ;;
  esac
}

tell faults "{\"account\":\"$key\",\"operation\":\"pushEvent\",\"times\":1,\"effect\":{\"status\":429,\"retry_after\":30}}" >/dev/null
push /users '{"identifier":"user-1","email":"ada@example.com","properties":{"plan":"pro"}}'
push /companies '{"identifier":"company-1","name":"One","users":["user-1"]}'
push /events '{"name":"project_created","user":"user-1","occurred_at":"2026-11-23T06:55:00Z"}'

expect users "$(curl -fsS "$desk/accounts/$key/users")" '"email":"ada@example.com"'
expect companies "$(curl -fsS "$desk/accounts/$key/companies")" '"name":"One"'
expect events "$(curl -fsS "$desk/accounts/$key/events")" '"name":"project_created"'
expect 'events refused' "$(tell exchanges/count "{\"account\":\"$key\",\"operation\":\"pushEvent\",\"status\":429}")" '"count":1,'
expect 'events accepted' "$(tell exchanges/count "{\"account\":\"$key\",\"operation\":\"pushEvent\",\"status\":202}")" '"count":1,'
echo 'All arrived, the event at its second attempt.'
