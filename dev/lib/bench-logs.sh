# bench logs: logs of 1,000,000 lines beside docker compose [PAIRS]

bench_logs() {
  local pairs=${1:-5} i our=() their=() our_cpu=() their_cpu=()
  eval "$("$checkout/dev/engine" env)"
  docker compose version >/dev/null 2>&1 || fail "there is no docker compose to compare with: dev/engine peer"

  cat >"$scratch/compose.yaml" <<'EOF'
name: benchlogs
services:
  one: &writer
    image: busybox
    command: sh -c 'seq 250000 | sed "s/$$/ of many lines, none of them long, as programs write them/"'
    network_mode: none
  two: *writer
  three: *writer
  four: *writer
EOF
  trap 'theirs_logs down -t 0 >/dev/null 2>&1; rm -rf "$scratch"' EXIT
  theirs_logs up >/dev/null 2>&1
  [ "$(theirs_logs logs | wc -l)" = 1000000 ] || fail "there are not 1,000,000 lines to read"

  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
  for ((i = 0; i < pairs; i++)); do
    timed ours_logs logs
    our+=("$wall") our_cpu+=("$cpu")
    timed theirs_logs logs
    their+=("$wall") their_cpu+=("$cpu")
  done
  printf '%-34s %8s %8s %6s\n' '1,000,000 lines' jcompose compose ratio
  logs_row 'milliseconds' "$(median "${our[@]}")" "$(median "${their[@]}")"
  logs_row 'of the processor' "$(median "${our_cpu[@]}")" "$(median "${their_cpu[@]}")"
}

ours_logs() { "$jcompose" -f "$scratch/compose.yaml" "$@"; }
theirs_logs() { docker compose -f "$scratch/compose.yaml" "$@"; }

# Sets wall and cpu, in milliseconds; what the command prints must be all lines.
timed() {
  local lines TIMEFORMAT='%3R %3U %3S' real user sys
  { time "$@" 2>/dev/null >"$scratch/lines"; } 2>"$scratch/time"
  lines=$(wc -l <"$scratch/lines")
  [ "$lines" = 1000000 ] || fail "$1 printed $lines lines"
  read -r real user sys < <(tr , . <"$scratch/time")
  wall=$(awk "BEGIN { print int($real * 1000) }")
  cpu=$(awk "BEGIN { print int(($user + $sys) * 1000) }")
}

logs_row() {
  printf '%-34s %8s %8s %6s\n' "$1" "$2" "$3" "$(awk "BEGIN { printf \"%.2f\", $2 / $3 }")"
}
