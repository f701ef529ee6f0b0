# What the scripts tell a person: always on stderr, so that stdout stays usable by other programs.

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

# Runs a command silently; when it fails, shows what it said.
quietly() {
  local output
  output=$("$@" 2>&1 </dev/null) && return 0
  printf '%s\n' "$output" | tail -n 20 >&2
  return 1
}

# Polls a command until it succeeds: within SECONDS COMMAND...
within() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}
