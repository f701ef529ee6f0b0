# Processes of ours: each has a file that holds its pid, and runs a program under .engine/.

is_alive() { [ -n "$(live_pid "$1")" ]; }

# The pid in a file, if that process still is the one we started: after a crash or a restart of the
# machine the number may belong to another.
live_pid() {
  local pid program
  pid=$(cat "$1" 2>/dev/null) || return 0
  program=$(readlink "/proc/$pid/exe" 2>/dev/null) || return 0
  case $program in "$home"/*) echo "$pid" ;; esac
}

# Starts a daemon that outlives this script: launch NAME-OF-FILES COMMAND...
launch() {
  local name=$1
  shift
  rm -f "$name.pid"
  (
    [ -z "${lock:-}" ] || exec {lock}>&-
    cd /
    setsid sh -c 'echo $$ >"$1"; shift; exec "$@"' launch "$name.pid" "$@" </dev/null >"$name.log" 2>&1 &
  )
}

# Ends a process that we started: end PID-FILE SECONDS-OF-GRACE
end() {
  local pid
  pid=$(live_pid "$1")
  if [ -n "$pid" ]; then
    kill "$pid" 2>/dev/null || true
    within "$2" is_gone "$1" || { kill -9 "$pid" 2>/dev/null || true; within 5 is_gone "$1" || true; }
  fi
  rm -f "$1"
}

is_gone() { ! is_alive "$1"; }
