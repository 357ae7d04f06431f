#!/bin/sh
# Runs push.sh three times at once, and fails where one of them does.
set -u
here=$(dirname "$0")
running=

# Any key opens an account of its own, so what runs at once does not meet.
for number in 1 2 3; do
  USERLIST_PUSH_KEY="test-$(od -An -N8 -tx1 /dev/urandom | tr -d ' ')" sh "$here/push.sh" &
  running="$running $!"
done

failed=0
for one in $running; do
  wait "$one" || failed=$((failed + 1))
done
echo "$((number - failed)) of $number passed"
[ "$failed" -eq 0 ]
