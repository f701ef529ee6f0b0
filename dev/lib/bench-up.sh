# bench up: up and down beside docker compose and the engine's own floor [PAIRS]

bench_up() {
  local pairs=${1:-5}
  eval "$("$checkout/dev/engine" env)"
  socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
  socket=${socket#unix://}
  [ -S "$socket" ] || fail "this measures an engine on this machine, and $socket is no socket"
  docker compose version >/dev/null 2>&1 || fail "there is no docker compose to compare with: dev/engine peer"
  . "$lib/java.sh"
  java=$(jdk_home)/bin/java
  export COMPOSE_MENU=false COMPOSE_PROGRESS=quiet

  write_projects
  trap 'take_down_all; rm -rf "$scratch"' EXIT
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
  printf '%-34s %8s %8s %6s %8s %6s   %s\n' what jcompose compose ratio floor ratio calls
  measure_fifty "$pairs"
  measure_chain "$pairs"
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
}

# Fifty services that have nothing to do with each other, and ten that wait for one another's health.
write_projects() {
  local i
  mkdir "$scratch/fifty" "$scratch/chain"
  {
    echo "name: benchfifty"
    echo "services:"
    for ((i = 1; i <= 50; i++)); do
      echo "  s$i: {image: busybox, command: sleep 600}"
    done
  } >"$scratch/fifty/compose.yaml"
  {
    echo "name: benchchain"
    echo "services:"
    for ((i = 1; i <= 10; i++)); do
      echo "  s$i:"
      echo "    image: busybox"
      echo "    command: sleep 600"
      echo "    healthcheck: {test: 'true', interval: 10s, start_period: 10s, start_interval: 100ms}"
      [ "$i" = 1 ] || echo "    depends_on: {s$((i - 1)): {condition: service_healthy}}"
    done
  } >"$scratch/chain/compose.yaml"
}

take_down_all() {
  docker compose -f "$scratch/fifty/compose.yaml" down -t 0 >/dev/null 2>&1 || true
  docker compose -f "$scratch/chain/compose.yaml" down -t 0 >/dev/null 2>&1 || true
}

ours() { "$jcompose" --project-directory "$scratch/$project" -f "$scratch/$project/compose.yaml" "$@"; }
theirs() { docker compose --project-directory "$scratch/$project" -f "$scratch/$project/compose.yaml" "$@"; }

measure_fifty() {
  local i floor our_up=() their_up=() our_again=() their_again=() our_down=() their_down=() floor_up=() floor_down=()
  project=fifty
  for ((i = 0; i < $1; i++)); do
    our_up+=("$(milliseconds ours up -d)")
    our_again+=("$(milliseconds ours up -d)")
    our_down+=("$(milliseconds ours down -t 0)")
    floor=$("$java" -XX:TieredStopAtLevel=1 "$lib/EngineFloor.java" "$socket" benchfloor 50)
    floor_up+=("${floor% *}")
    floor_down+=("${floor#* }")
    their_up+=("$(milliseconds theirs up -d)")
    their_again+=("$(milliseconds theirs up -d)")
    their_down+=("$(milliseconds theirs down -t 0)")
  done
  row "50 services, up -d" "$(median "${our_up[@]}")" "$(median "${their_up[@]}")" \
    "$(median "${floor_up[@]}")" "$(calls down up -d)"
  row "50 services, nothing to do" "$(median "${our_again[@]}")" "$(median "${their_again[@]}")" - \
    "$(calls up up -d)"
  row "50 services, down" "$(median "${our_down[@]}")" "$(median "${their_down[@]}")" \
    "$(median "${floor_down[@]}")" "$(calls up down -t 0)"
}

measure_chain() {
  local i our_up=() their_up=() our_again=() their_again=()
  project=chain
  for ((i = 0; i < $1; i++)); do
    our_up+=("$(milliseconds ours up -d)")
    our_again+=("$(milliseconds ours up -d)")
    milliseconds ours down -t 0 >/dev/null
    their_up+=("$(milliseconds theirs up -d)")
    their_again+=("$(milliseconds theirs up -d)")
    milliseconds theirs down -t 0 >/dev/null
  done
  row "chain of ten, up -d" "$(median "${our_up[@]}")" "$(median "${their_up[@]}")" - "$(calls down up -d)"
  row "chain of ten, nothing to do" "$(median "${our_again[@]}")" "$(median "${their_again[@]}")" - \
    "$(calls up up -d)"
  take_down_all
}

# The engine calls of both for a command, from a project that is up or down: "ours / theirs".
calls() {
  local state=$1 who counts=()
  shift
  for who in ours theirs; do
    take_down_all
    [ "$state" = down ] || milliseconds theirs up -d >/dev/null
    counts+=("$(calls_of "$who" "$@")")
  done
  echo "${counts[0]} / ${counts[1]}"
}

calls_of() {
  local counter
  rm -f "$scratch/count.sock" "$scratch/count"
  "$java" -XX:TieredStopAtLevel=1 "$lib/CallCounter.java" "$scratch/count.sock" "$socket" "$scratch/count" &
  counter=$!
  until [ -S "$scratch/count.sock" ]; do sleep 0.1; done
  DOCKER_HOST=unix://$scratch/count.sock milliseconds "$@" >/dev/null
  kill "$counter"
  wait "$counter" 2>/dev/null || true
  [ -z "${SHOW_CALLS:-}" ] || cat "$scratch/count" >&2
  head -1 "$scratch/count"
}

row() {
  printf '%-34s %8s %8s %6s %8s %6s   %s\n' "$1" "$2" "$3" "$(ratio "$2" "$3")" "$4" "$(ratio "$2" "$4")" "$5"
}

ratio() {
  [ "$2" = - ] && echo - || awk "BEGIN { printf \"%.2f\", $1 / $2 }"
}
