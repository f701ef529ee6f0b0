# bench build: up --build of five services that need no rebuild, beside docker compose [PAIRS]

bench_build() {
  local pairs=${1:-5} i our_up=() their_up=() our_build=() their_build=()
  eval "$("$checkout/dev/engine" env)"
  docker compose version >/dev/null 2>&1 || fail "there is no docker compose to compare with: dev/engine peer"
  docker buildx version >/dev/null 2>&1 || fail "there is no buildx: dev/engine peer"
  export COMPOSE_MENU=false COMPOSE_PROGRESS=quiet
  write_five
  trap 'remove_five; rm -rf "$scratch"' EXIT
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
  for ((i = 0; i < pairs; i++)); do
    milliseconds our_five up -d --build >/dev/null
    our_up+=("$(milliseconds our_five up -d --build)")
    our_build+=("$(milliseconds our_five build)")
    milliseconds their_five up -d --build >/dev/null
    their_up+=("$(milliseconds their_five up -d --build)")
    their_build+=("$(milliseconds their_five build)")
  done
  printf '%-34s %8s %8s %6s\n' what jcompose compose ratio
  build_row "five services, up --build" "$(median "${our_up[@]}")" "$(median "${their_up[@]}")"
  build_row "five services, build" "$(median "${our_build[@]}")" "$(median "${their_build[@]}")"
  say "load of the machine: $(cut -d' ' -f1-3 /proc/loadavg)"
}

build_row() {
  printf '%-34s %8s %8s %6s\n' "$1" "$2" "$3" "$(awk "BEGIN { printf \"%.2f\", $2 / $3 }")"
}

write_five() {
  local i
  mkdir "$scratch/five"
  {
    echo "name: benchfive"
    echo "services:"
    for ((i = 1; i <= 5; i++)); do
      mkdir "$scratch/five/s$i"
      printf 'FROM busybox\nCOPY file /file\nRUN echo %s > /number\nCMD ["sleep", "600"]\n' "$i" \
        >"$scratch/five/s$i/Dockerfile"
      head -c 100000 /dev/zero >"$scratch/five/s$i/file"
      echo "  s$i: {build: s$i, stop_grace_period: 0s}"
    done
  } >"$scratch/five/compose.yaml"
}

our_five() { "$jcompose" -f "$scratch/five/compose.yaml" "$@"; }
their_five() { docker compose -f "$scratch/five/compose.yaml" "$@"; }

remove_five() {
  docker compose -f "$scratch/five/compose.yaml" down -t 0 --rmi all >/dev/null 2>&1 || true
}
