#!/bin/sh
# After deployment: whether all apps have everything they need. Asks each app's /api/health, which looks at every
# container, table and queue; and that what needs a key is refused without one.
# Reads SERVICE_INTAKE_URI, SERVICE_APPLICATIONS_URI, SERVICE_PREPARATION_URI, SERVICE_PERSONS_URI (from azd), KPR_SMOKE_TRIES (30) and KPR_SMOKE_PAUSE (10 s).
# Rights take some minutes to be known everywhere: hence the tries. With a private network, run it from within.
set -u
tries="${KPR_SMOKE_TRIES:-30}"
pause="${KPR_SMOKE_PAUSE:-10}"
body=$(mktemp) || exit 2
trap 'rm -f "$body"' EXIT

get() { curl --silent --show-error --max-time 60 --output "$body" --write-out '%{http_code}' "$1" 2>/dev/null || true; }

# app: name, address
healthy() {
  [ -n "$2" ] || { echo "smoke: the address of $1 is not known; was azd provision run?" >&2; return 1; }
  try=1
  while :; do
    code=$(get "$2/api/health")
    if [ "$code" = "200" ] && grep -q '"ready":true' "$body" && grep -q "\"app\":\"$1\"" "$body"; then
      echo "smoke: $1 is ready"
      return 0
    fi
    [ "$try" -lt "$tries" ] || break
    try=$((try + 1))
    sleep "$pause"
  done
  case "$code" in
    503) echo "smoke: $1 lacks something: $(cat "$body")" >&2 ;;
    200) echo "smoke: $2 answers, and not as $1: $(head -c 500 "$body")" >&2 ;;
    404) echo "smoke: $1 answers 404: the package is not deployed, or its functions were not found." >&2 ;;
    000|'') echo "smoke: $1 does not answer at $2. With a private network, run this from within it." >&2 ;;
    *) echo "smoke: $1 answers $code." >&2 ;;
  esac
  return 1
}

# A function that needs a key: 401 without one. 404 means that it is not there, 200 that the door is open.
guarded() {
  code=$(get "$2/api/files/care-events/0000")
  [ "$code" = "401" ] || [ "$code" = "403" ] || { echo "smoke: $1 answers $code to a call without a key; expected 401." >&2; return 1; }
}

failed=0
healthy intake "${SERVICE_INTAKE_URI:-}" && guarded intake "$SERVICE_INTAKE_URI" || failed=1
healthy applications "${SERVICE_APPLICATIONS_URI:-}" || failed=1
healthy preparation "${SERVICE_PREPARATION_URI:-}" || failed=1
healthy persons "${SERVICE_PERSONS_URI:-}" || failed=1
[ "$failed" -eq 0 ] || { echo "smoke: not ok" >&2; exit 1; }
echo "smoke: ok"
